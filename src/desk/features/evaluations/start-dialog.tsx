import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_EVALUATED, type EvaluationKind } from '../../../contracts/evaluations.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useStartEvaluation } from './queries.ts';

/** Props of {@link StartDialog}. */
export type StartDialogProps = { onClose: () => void; onStarted: (id: string) => void };

type Source = 'tickets' | 'file';

/** What is measured, and on which cases. */
export function StartDialog({ onClose, onStarted }: StartDialogProps) {
  const { t } = useTranslation();
  const start = useStartEvaluation();
  const [kind, setKind] = useState<EvaluationKind>('answers');
  const [source, setSource] = useState<Source>('tickets');
  const [most, setMost] = useState(500);
  const [file, setFile] = useState<File | null>(null);
  const run = source === 'tickets' ? { kind, most } : file && { kind, file };
  const submit = () => run && start.mutate(run, { onSuccess: ({ id }) => onStarted(id) });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('evaluations.dialog.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('evaluations.dialog.cancel')}</Button>
          <Button variant="primary" disabled={!run} loading={start.isPending} onClick={submit}>
            {t('evaluations.dialog.start')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {start.error && <Banner tone="critical">{start.error.message}</Banner>}
        <Field label={t('evaluations.dialog.kind')}>
          <Select
            value={kind}
            options={(['answers', 'categories'] as const).map((value) => ({
              value,
              label: t(`evaluations.dialog.kinds.${value}`),
            }))}
            onValueChange={setKind}
          />
        </Field>
        <Field
          label={t('evaluations.dialog.source')}
          hint={t(`evaluations.dialog.${source}Hint.${kind}`)}
        >
          <Select
            value={source}
            options={(['tickets', 'file'] as const).map((value) => ({
              value,
              label: t(`evaluations.dialog.sources.${value}`),
            }))}
            onValueChange={setSource}
          />
        </Field>
        {source === 'tickets' ? (
          <Field label={t('evaluations.dialog.most')}>
            <NumberField
              className="w-28"
              min={10}
              max={MOST_EVALUATED}
              value={most}
              onNumberChange={setMost}
            />
          </Field>
        ) : (
          <Field label={t('evaluations.dialog.file')}>
            <input
              type="file"
              accept=".jsonl,.json,.gz"
              onChange={({ target }) => setFile(target.files?.[0] ?? null)}
            />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
