import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What stands on a page that this person's role may not open. */
export function NotAllowed() {
  const { t } = useTranslation();
  const back = (
    <Button render={<Link to="/inbox" />} nativeButton={false}>
      {t('ticket.backToInbox')}
    </Button>
  );
  return (
    <EmptyState icon={Lock} className="flex-1" action={back}>
      {t('gate.notAllowed')}
    </EmptyState>
  );
}
