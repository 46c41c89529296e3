import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistantPolicy, PolicyVersion } from '../../../../contracts/assistant.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { ChangeList, EffectList } from './change-list.tsx';
import { useSavePolicy } from './queries.ts';

/** What saving would change, told before it is saved. */
export function ReviewDialog({
  base,
  draft,
  onClose,
  onSaved,
}: {
  /** What the draft was begun from. */
  base: PolicyVersion;
  draft: AssistantPolicy;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useSavePolicy();
  const save = () =>
    mutate(
      { version: base.version, policy: draft, note },
      {
        onSuccess: ({ current: { version } }) => {
          toast.show({ title: t('policy.saved', { version }), tone: 'positive' });
          onSaved();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('policy.reviewTitle')}
      description={t('policy.reviewLead')}
      footer={
        <>
          <Button onClick={onClose}>{t('policy.cancel')}</Button>
          <Button variant="primary" loading={isPending} onClick={save}>
            {t('policy.save', { version: base.version + 1 })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <Banner tone="critical">{error.message}</Banner>}
        <ChangeList from={base.policy} to={draft} />
        <EffectList from={base.policy} to={draft} />
        <Field label={t('policy.note')} hint={t('policy.noteHint')} optional>
          <TextField value={note} maxLength={300} onValueChange={setNote} />
        </Field>
      </div>
    </Dialog>
  );
}
