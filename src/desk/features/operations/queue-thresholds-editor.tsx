import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ownThresholdsSchema,
  type OwnThresholds,
  type QueueThresholds,
  type Thresholds,
} from '../../../contracts/alerts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Banner } from '../../ui/banner.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useSaveQueueThresholds } from './alert-queries.ts';
import { THRESHOLDS } from './threshold-fields.ts';

/** Props of {@link QueueThresholdsEditor}. */
export type QueueThresholdsEditorProps = {
  queue: QueueThresholds;
  /** Those of the workspace, which count where the queue has none. */
  usual: Thresholds;
  onClose: () => void;
};

/** The thresholds of one queue: each is that of all queues, one of its own, or not watched. */
export function QueueThresholdsEditor({ queue, usual, onClose }: QueueThresholdsEditorProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const [draft, setDraft] = useState<OwnThresholds>(queue.own);
  const { mutate, error, isPending } = useSaveQueueThresholds();
  const wanted = ownThresholdsSchema.safeParse(draft);
  const undo = () => mutate({ id: queue.id, own: queue.own });
  const submit = () =>
    wanted.success &&
    mutate(
      { id: queue.id, own: wanted.data },
      {
        onSuccess: () => {
          onClose();
          toast.show({ title: t('settings.saved'), onUndo: undo });
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('operations.settings.perQueueOf', { name: queue.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('team.cancel')}</Button>
          <Button variant="primary" disabled={!wanted.success} loading={isPending} onClick={submit}>
            {t('settings.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FieldGroup>
          {error && <Banner tone="critical">{error.message}</Banner>}
          {THRESHOLDS.map((field) => (
            <OwnThreshold
              key={field.name}
              field={field}
              own={draft[field.name]}
              usual={usual[field.name]}
              onChange={(value) => setDraft({ ...draft, [field.name]: value })}
            />
          ))}
          <button type="submit" hidden aria-label={t('settings.save')} />
        </FieldGroup>
      </form>
    </Dialog>
  );
}

type OwnThresholdProps = {
  field: (typeof THRESHOLDS)[number];
  own: number | null | undefined;
  usual: number | null;
  onChange: (value: number | null | undefined) => void;
};

function OwnThreshold({
  field: { name, hint, unit, max },
  own,
  usual,
  onChange,
}: OwnThresholdProps) {
  const { t } = useTranslation();
  const label = t(`operations.settings.${name}`);
  const choice = own === undefined ? 'usual' : own === null ? 'off' : 'own';
  const asAll =
    usual === null
      ? t('operations.settings.asAllOff')
      : t('operations.settings.asAll', { value: usual, unit: t(`operations.settings.${unit}`) });
  const choose = (next: typeof choice) =>
    onChange(next === 'usual' ? undefined : next === 'off' ? null : (usual ?? 1));
  const valid = typeof own !== 'number' || (Number.isInteger(own) && own >= 1 && own <= max);
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} hint={t(`operations.settings.${hint}`)}>
        <Select<typeof choice>
          aria-label={label}
          value={choice}
          options={[
            { value: 'usual', label: asAll },
            { value: 'own', label: t('operations.settings.ownThreshold') },
            { value: 'off', label: t('operations.settings.notWatched') },
          ]}
          onValueChange={choose}
        />
      </Field>
      {typeof own === 'number' && (
        <Field
          label={t('operations.settings.ownOf', { what: label })}
          labelHidden
          error={valid ? undefined : t('settings.chats.range', { min: 1, max })}
        >
          <NumberField
            value={own}
            onNumberChange={onChange}
            end={t(`operations.settings.${unit}`)}
            className="w-36"
          />
        </Field>
      )}
    </div>
  );
}
