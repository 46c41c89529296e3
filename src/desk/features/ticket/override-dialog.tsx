import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeTicketSchema } from '../../../contracts/tickets.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Refusal } from './use-assignment.ts';

/** Asks a supervisor why work is given beyond what somebody may carry; the reason stands in the history. */
export function OverrideDialog({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const { success } = takeTicketSchema.safeParse({ override: true, why });
  const submit = () => {
    if (!success) return;
    onClose();
    refusal.again(why.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('ticket.assign.refused')}
      description={refusal.detail}
      width="sm"
      footer={
        <>
          <Button onClick={onClose}>{t('ticket.assign.leave')}</Button>
          <Button variant="primary" disabled={!success} onClick={submit}>
            {t('ticket.assign.override')}
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
        <Field label={t('ticket.assign.why')} hint={t('ticket.assign.whyHint')} required>
          <TextField value={why} maxLength={200} onValueChange={setWhy} />
        </Field>
      </form>
    </Dialog>
  );
}
