import { UserRoundX } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../ui/time.tsx';
import { useSignedIn } from '../session-gate/queries.ts';
import { rememberDraft } from '../ticket/composer/draft-storage.ts';
import { rememberOutgoing } from '../ticket/composer/outgoing-storage.ts';
import { DetailSection } from '../ticket/detail-section.tsx';
import { useDeletion } from './queries.ts';

/** In place of what was known of a customer: that they were deleted, when and by whom. */
export function DeletedCustomer({ customerId, at }: { customerId: string; at: string }) {
  const { t } = useTranslation();
  const { data } = useDeletion(customerId);
  return (
    <DetailSection title={t('ticket.sections.customer')}>
      <div className="flex items-start gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-quiet text-subtle">
          <UserRoundX aria-hidden />
        </span>
        <div className="min-w-0">
          <p className="text-message font-medium">{t('privacy.deleted')}</p>
          <p className="text-meta text-subtle">
            {data?.by ? t('privacy.deletedBy', { name: data.by }) : t('privacy.deletedAt')}{' '}
            <Time at={at} />
          </p>
          <p className="mt-1 text-muted">{t('privacy.kept')}</p>
        </div>
      </div>
    </DetailSection>
  );
}

/** In place of the composer; forgets what this browser still held of an answer. */
export function NothingToAdd({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { memberId } = useSignedIn();
  useEffect(() => {
    rememberDraft(memberId, ticketId, null);
    rememberOutgoing(ticketId, []);
  }, [memberId, ticketId]);
  return <p className="border-t border-line px-6 py-4 text-muted">{t('privacy.pane')}</p>;
}
