import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declineReasonSchema, type DeclineOffer } from '../../../contracts/routing.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { TextArea } from '../../ui/text-area.tsx';

/** Props of {@link DeclineDialog}. */
export type DeclineDialogProps = { onDecline: (why: DeclineOffer) => void; onClose: () => void };

/** Declines with a reason in one's own words; the offer may run out meanwhile, and the dialog goes with it. */
export function DeclineDialog({ onDecline, onClose }: DeclineDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<DeclineOffer['reason']>('other');
  const [comment, setComment] = useState('');
  const said = comment.trim();
  const decline = () => {
    onClose();
    onDecline({ reason, comment: said });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('offers.declineTitle')}
      width="sm"
      footer={
        <>
          <Button onClick={onClose}>{t('offers.back')}</Button>
          <Button variant="primary" disabled={said === ''} onClick={decline}>
            {t('offers.decline')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('offers.comment')} hint={t('offers.commentHint')} required>
          <TextArea value={comment} maxLength={300} rows={2} onValueChange={setComment} />
        </Field>
        <RadioGroup
          aria-label={t('offers.declineTitle')}
          value={reason}
          onValueChange={setReason}
          options={declineReasonSchema.options.map((value) => ({
            value,
            label: t(`offers.reasons.${value}`),
          }))}
        />
      </div>
    </Dialog>
  );
}
