import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** A case by its number; opens the ticket. */
export function CaseLink({ ticketId, number }: { ticketId: string; number: number }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/inbox/$ticketId"
      params={{ ticketId }}
      className="text-accent-text tabular-nums underline-offset-2 hover:underline"
    >
      {t('learning.ticket', { number })}
    </Link>
  );
}
