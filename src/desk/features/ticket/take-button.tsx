import { Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../session-gate/queries.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { useAssignment } from './use-assignment.ts';

/** Takes what nobody has, in one press. */
export function TakeButton({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { take, refusal, dismiss } = useAssignment(ticket.id);
  const mayTake = useMay('ticket:take');
  const isOpen = ticket.status !== 'solved' && ticket.status !== 'closed';
  if (!mayTake || !isOpen || ticket.assignee !== null) return null;
  return (
    <>
      <Button icon={Hand} onClick={take} className="max-pane2:[&>span]:sr-only">
        {t('ticket.assign.take')}
      </Button>
      {refusal && <OverrideDialog refusal={refusal} onClose={dismiss} />}
    </>
  );
}
