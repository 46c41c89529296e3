import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DryRunResult } from '../../../contracts/triggers.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Draft } from './draft.rules.ts';
import { useDryRun } from './queries.ts';
import { useBecause } from './use-because.ts';

/** Props of {@link DryRunPanel}. */
export type DryRunPanelProps = { draft: Draft; onProblem: (error: unknown) => void };

const TICKETS = 200;

/** Tries the rule as it stands in the form, before it is switched on. */
export function DryRunPanel({ draft, onProblem }: DryRunPanelProps) {
  const { t } = useTranslation();
  const dryRun = useDryRun();
  const [only, setOnly] = useState('');
  const ticketNumber = /^[1-9]\d{0,9}$/.test(only.trim()) ? Number(only) : null;
  const hasMarks = Object.keys(fieldErrors(dryRun.error)).length > 0;
  const tryIt = () =>
    dryRun.mutate(
      {
        draft: { ...draft, name: draft.name || t('triggers.newTitle') },
        tickets: TICKETS,
        ticketNumber,
      },
      { onSuccess: () => onProblem(null), onError: onProblem },
    );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('triggers.tryLead')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button loading={dryRun.isPending} onClick={tryIt}>
          {ticketNumber === null
            ? t('triggers.tryButton', { count: TICKETS })
            : t('triggers.tryOne', { number: ticketNumber })}
        </Button>
        <label className="flex items-center gap-2 text-muted">
          {t('triggers.onlyTicket')}
          <TextField inputMode="numeric" className="w-20" value={only} onValueChange={setOnly} />
        </label>
      </div>
      {dryRun.error && (
        <Banner tone="critical">{`${t('triggers.tryFailed')}. ${hasMarks ? t('triggers.seeMarks') : dryRun.error.message}`}</Banner>
      )}
      {dryRun.data && <Result result={dryRun.data} />}
    </div>
  );
}

function Result({ result }: { result: DryRunResult }) {
  const { t } = useTranslation();
  const { looked, matched, conditions } = result;
  const say = useBecause();
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="font-medium">
        {matched.length === 0
          ? t('triggers.matchedNone', { looked })
          : t('triggers.matched', { matched: matched.length, looked })}
      </p>
      <div>
        <p className="text-meta text-subtle">{t('triggers.holds')}</p>
        <ul>
          {conditions.map(({ sentence, held, of }) => (
            <li key={`${of} ${sentence}`} className="flex gap-2">
              <span className="min-w-0 flex-1">{sentence}</span>
              <span className="shrink-0 text-muted tabular-nums">
                {t('triggers.heldOf', { held, looked })}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {matched[0] && (
        <div>
          <p className="text-meta text-subtle">{t('triggers.would')}</p>
          <p>{matched[0].would.join('. ')}.</p>
        </div>
      )}
      <ul className="flex max-h-96 flex-col overflow-y-auto">
        {matched.map(({ ticket, because }) => (
          <li key={ticket.id} className="border-t border-line py-1.5">
            <Link
              to="/inbox/$ticketId"
              params={{ ticketId: ticket.id }}
              className="text-accent-text hover:underline"
            >
              <span className="tabular-nums">#{ticket.number}</span> {ticket.subject}
            </Link>
            <p className="text-meta text-muted">{say(because)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
