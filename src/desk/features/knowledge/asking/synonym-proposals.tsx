import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useAnswerProposal, useSynonymProposals } from '../queries.ts';

/** Synonyms that past answers suggest, each with its tickets; nothing where there is none. */
export function SynonymProposals({ onError }: { onError: (error: Error) => void }) {
  const { t } = useTranslation();
  const { data: proposals = [] } = useSynonymProposals();
  const answer = useAnswerProposal();
  if (proposals.length === 0) return null;
  return (
    <section className="mb-4 rounded-control border border-line bg-sunken px-3 py-2">
      <h3 className="font-medium">{t('asking.proposed')}</h3>
      <p className="text-meta text-muted">{t('asking.proposedLead')}</p>
      <ul className="divide-y divide-line">
        {proposals.map(({ id, said, meant, tickets }) => (
          <li key={id} className="flex items-center gap-2 py-1.5">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{`${said}, ${meant}`}</span>
              <span className="flex flex-wrap gap-x-2 text-meta">
                {tickets.map(({ ticketId, number, subject }) => (
                  <Link
                    key={ticketId}
                    to="/inbox/$ticketId"
                    params={{ ticketId }}
                    title={subject}
                    className="text-accent-text hover:underline"
                  >
                    {t('ticket.number', { number })}
                  </Link>
                ))}
              </span>
            </span>
            <Button
              size="sm"
              aria-label={t('asking.acceptOf', { said, meant })}
              onClick={() => answer.mutate({ id, accepts: true }, { onError })}
            >
              {t('asking.accept')}
            </Button>
            <IconButton
              size="sm"
              icon={X}
              label={t('asking.dismiss', { said, meant })}
              onClick={() => answer.mutate({ id, accepts: false }, { onError })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
