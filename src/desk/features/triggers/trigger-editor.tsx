import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trigger, TriggerVocabulary } from '../../../contracts/triggers.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { draftOf, type Draft } from './draft.rules.ts';
import { EditorAside } from './editor-aside.tsx';
import { useDeleteTrigger, useSaveTrigger, useTriggers, useVocabulary } from './queries.ts';
import { RuleForm } from './rule-form.tsx';

/** Writes a rule in sentences, beside it what it would do and what it did. */
export function TriggerEditor({ id, onClose }: { id: string | null; onClose: () => void }) {
  const triggers = useTriggers();
  const vocabulary = useVocabulary();
  const error = triggers.error ?? vocabulary.error;
  if (error) return <ApiErrorState error={error} onRetry={() => void vocabulary.refetch()} />;
  if (!triggers.data || !vocabulary.data) return <SkeletonRows disc={false} />;
  const trigger = triggers.data.find((one) => one.id === id) ?? null;
  return (
    <Editor
      // Another saved state, of a colleague or put back, is read into the form anew.
      key={trigger?.version ?? 'new'}
      trigger={trigger}
      vocabulary={vocabulary.data}
      onClose={onClose}
    />
  );
}

type EditorProps = {
  trigger: Trigger | null;
  vocabulary: TriggerVocabulary;
  onClose: () => void;
};

function Editor({ trigger, vocabulary, onClose }: EditorProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayWrite = useMay('trigger:write');
  const [draft, setDraft] = useState<Draft>(() => draftOf(trigger));
  const [tried, setTried] = useState<unknown>(null);
  const save = useSaveTrigger();
  const problems = { ...fieldErrors(tried), ...fieldErrors(save.error) };
  const hasMarks = Object.keys(problems).length > 0;
  const submit = (enabled: boolean) =>
    save.mutate(
      { of: trigger, draft, enabled },
      {
        onSuccess: () => {
          toast.show({ title: t('triggers.saved') });
          onClose();
        },
      },
    );
  return (
    <div className="flex max-w-6xl flex-col gap-4">
      <div className="flex items-center gap-2">
        <Button variant="ghost" icon={ArrowLeft} onClick={onClose}>
          {t('triggers.back')}
        </Button>
        <h2 className="min-w-0 truncate font-semibold">
          {trigger?.name ?? t('triggers.newTitle')}
        </h2>
      </div>
      {save.error && (
        <Banner tone="critical">
          {`${t('triggers.saveFailed')}. ${hasMarks ? t('triggers.seeMarks') : save.error.message}`}
        </Banner>
      )}
      <div className="grid items-start gap-6 pane3:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <RuleForm
            draft={draft}
            vocabulary={vocabulary}
            problems={problems}
            disabled={!mayWrite}
            onChange={setDraft}
          />
          {mayWrite && (
            <div className="flex flex-wrap gap-2 border-t border-line pt-4">
              <SaveButtons trigger={trigger} saving={save.isPending} onSave={submit} />
              {trigger && <Remove trigger={trigger} onClose={onClose} />}
            </div>
          )}
        </div>
        <EditorAside trigger={trigger} draft={draft} onProblem={setTried} />
      </div>
    </div>
  );
}

type SaveButtonsProps = {
  trigger: Trigger | null;
  saving: boolean;
  onSave: (enabled: boolean) => void;
};

function SaveButtons({ trigger, saving, onSave }: SaveButtonsProps) {
  const { t } = useTranslation();
  const on = trigger?.enabled ?? false;
  return (
    <>
      <Button variant={on ? 'primary' : 'secondary'} loading={saving} onClick={() => onSave(on)}>
        {t('triggers.save')}
      </Button>
      {!on && (
        <Button variant="primary" loading={saving} onClick={() => onSave(true)}>
          {t('triggers.saveOn')}
        </Button>
      )}
    </>
  );
}

function Remove({ trigger, onClose }: { trigger: Trigger; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const remove = useDeleteTrigger();
  return (
    <ConfirmButton
      variant="ghost"
      className="ms-auto"
      loading={remove.isPending}
      confirmLabel={t('triggers.removeConfirm')}
      onConfirm={() =>
        remove.mutate(trigger.id, {
          onSuccess: () => {
            toast.show({ title: t('triggers.removed') });
            onClose();
          },
          onError: (error) =>
            toast.show({
              title: t('triggers.saveFailed'),
              detail: error.message,
              tone: 'critical',
            }),
        })
      }
    >
      {t('triggers.remove')}
    </ConfirmButton>
  );
}
