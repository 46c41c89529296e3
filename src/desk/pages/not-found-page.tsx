import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** What stands at an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={Compass}
      className="h-full"
      action={
        <Button render={<Link to="/" />} nativeButton={false}>
          {t('ui.notFoundAct')}
        </Button>
      }
    >
      {t('ui.notFoundTitle')}
    </EmptyState>
  );
}
