import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../../contracts/approvals.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useAlike } from './queries.ts';
import type { Deciding } from './use-deciding.ts';

/** Props of {@link DecideBar}. */
export type DecideBarProps = {
  approval: Approval;
  deciding: Deciding;
  /** The text that is being changed; null while it is only read. */
  text: string | null;
  onEdit: (text: string | null) => void;
};

/** What can be done with an approval: at the bottom, always in reach. */
export function DecideBar({ approval, deciding, text, onEdit }: DecideBarProps) {
  const { t } = useTranslation();
  const [rejecting, setRejecting] = useState(false);
  const isFirst = approval.fourEyes && (approval.firstBy === null || text !== null);
  const alike = useAlike(approval);
  const group = t('approvals.shortcuts.group');
  const enabled = text === null && !deciding.isPending;
  const { mayDecide } = approval;
  const edit = () => onEdit(approval.edited ?? approval.decision.text);
  useShortcut('e', edit, {
    label: t('approvals.shortcuts.edit'),
    group,
    enabled: enabled && mayDecide,
  });
  useShortcut('x', () => setRejecting(true), {
    label: t('approvals.shortcuts.reject'),
    group,
    enabled,
  });
  useShortcut('t', deciding.takeOver, {
    label: t('approvals.shortcuts.takeOver'),
    group,
    enabled,
  });
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2.5">
      {text === null ? (
        <>
          <Button
            variant="ghost"
            className="me-auto"
            loading={deciding.act === 'take_over'}
            onClick={deciding.takeOver}
          >
            {t('approvals.takeOver')}
          </Button>
          <Button loading={deciding.act === 'reject'} onClick={() => setRejecting(true)}>
            {t('approvals.reject')}
          </Button>
          {mayDecide && (
            <ApproveButtons isFirst={isFirst} alike={alike} deciding={deciding} onEdit={edit} />
          )}
        </>
      ) : (
        <>
          <Button variant="ghost" className="ms-auto" onClick={() => onEdit(null)}>
            {t('approvals.cancel')}
          </Button>
          <Button
            variant="primary"
            loading={deciding.act === 'approve'}
            disabled={text.trim() === ''}
            onClick={() => deciding.approveAs(text)}
          >
            {t(isFirst ? 'approvals.approveEditedFirst' : 'approvals.approveEdited')}
          </Button>
          <span className="max-pane2:hidden">
            <KeyHint keys="mod+enter" />
          </span>
        </>
      )}
      {rejecting && (
        <RejectDialog
          onClose={() => setRejecting(false)}
          onReject={(reason) => {
            setRejecting(false);
            deciding.reject(reason);
          }}
        />
      )}
    </footer>
  );
}

function ApproveButtons({
  isFirst,
  alike,
  deciding,
  onEdit,
}: {
  isFirst: boolean;
  /** How many others wait with the same text. */
  alike: number;
  deciding: Deciding;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={onEdit}>{t('approvals.edit')}</Button>
      {alike > 0 && (
        <Button loading={deciding.act === 'approve'} onClick={deciding.approveAlike}>
          {t('approvals.approveAlike', { count: alike + 1 })}
        </Button>
      )}
      <Button variant="primary" loading={deciding.act === 'approve'} onClick={deciding.approve}>
        {t(isFirst ? 'approvals.approveFirst' : 'approvals.approve')}
      </Button>
      <span className="hidden group-focus/approval:inline">
        <KeyHint keys="enter" />
      </span>
    </>
  );
}

function RejectDialog({
  onClose,
  onReject,
}: {
  onClose: () => void;
  onReject: (reason: string) => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < 3;
  const submit = () => (isShort ? setTried(true) : onReject(reason.trim()));
  return (
    <Dialog
      open
      width="sm"
      onOpenChange={onClose}
      title={t('approvals.rejectTitle')}
      description={t('approvals.rejectLead')}
      footer={
        <>
          <Button onClick={onClose}>{t('approvals.cancel')}</Button>
          <Button variant="primary" onClick={submit}>
            {t('approvals.reject')}
          </Button>
        </>
      }
    >
      <Field
        label={t('approvals.reason')}
        hint={t('approvals.reasonHint')}
        error={tried && isShort && t('approvals.reasonShort')}
      >
        <TextArea
          value={reason}
          maxLength={300}
          onValueChange={setReason}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
      </Field>
    </Dialog>
  );
}
