import { PhoneCall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuItem } from '../../ui/menu.tsx';
import { useMyCall } from './queries.ts';
import { useCallStart } from './use-call-start.ts';

/** Says that one is on the phone about a ticket: from now on nothing else comes. */
export function StartCallItem({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { data: call } = useMyCall();
  const start = useCallStart();
  return (
    <MenuItem
      icon={PhoneCall}
      disabled={Boolean(call)}
      hint={call ? t('calls.running.already') : t('calls.running.hint')}
      onSelect={() => start({ ticketId })}
    >
      {t('calls.running.start')}
    </MenuItem>
  );
}
