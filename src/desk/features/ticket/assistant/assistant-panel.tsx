import { ChevronDown, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  reasonSentence,
  type AssistantCase,
  type DecisionLine,
} from '../../../../contracts/assistant-decisions.ts';
import { cx } from '../../../lib/cx.ts';
import { formatPercent } from '../../../lib/format.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { DetailSection } from '../detail-section.tsx';
import { useTicketAssistant } from './queries.ts';
import { TurnEvidence } from './turn-evidence.tsx';

/** Where the assistant stands in a ticket, and each of its turns with what it rests on. */
export function AssistantPanel({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const made = useTicketAssistant(ticketId);
  if (made.isError) return <ApiErrorState error={made.error} onRetry={() => void made.refetch()} />;
  if (!made.data) return <SkeletonRows rows={4} disc={false} />;
  const { decisions } = made.data;
  return (
    <div className="flex flex-col">
      <Standing standing={made.data} />
      {decisions.length === 0 ? (
        <p className="px-4 py-3 text-muted">{t('ticketAssistant.nothingYet')}</p>
      ) : (
        <ol className="flex flex-col">
          {decisions.map((line, place) => (
            <li key={line.id} className="border-b border-line last:border-0">
              <Turn line={line} openAtFirst={place === 0} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Standing({ standing }: { standing: AssistantCase }) {
  const { t } = useTranslation();
  const { state, outcome, waitsUntil } = standing;
  return (
    <DetailSection title={t(`ticketAssistant.state.${state}`)}>
      {outcome !== null && <p className="text-muted">{t(`ticketAssistant.outcome.${outcome}`)}</p>}
      {waitsUntil !== null && (
        <p className="text-muted">
          {t('ticketAssistant.until')} <Time at={waitsUntil} />
        </p>
      )}
    </DetailSection>
  );
}

function Turn({ line, openAtFirst }: { line: DecisionLine; openAtFirst: boolean }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(openAtFirst);
  const { path, state, confidence } = line;
  return (
    <div className="flex flex-col gap-1 px-4 py-3">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex items-center gap-2 rounded-small text-start"
      >
        <Sparkles aria-hidden className="size-4 shrink-0 text-assistant" />
        <span className="min-w-0 flex-1 font-medium">{t(`ticketAssistant.path.${path}`)}</span>
        {state !== 'done' && (
          <Badge tone="assistant">{t(`ticketAssistant.turnState.${state}`)}</Badge>
        )}
        <Time at={line.at} className="shrink-0 text-meta text-subtle" />
        <ChevronDown
          aria-hidden
          className={cx('size-4 shrink-0 text-subtle', open && 'rotate-180')}
        />
      </button>
      <p className="text-muted wrap-anywhere">
        {reasonSentence(line)}
        {confidence !== null && (
          <span className="tabular-nums">
            {' '}
            {t('ticketAssistant.sure', { percent: formatPercent(confidence, i18n.language) })}.
          </span>
        )}
      </p>
      {open && <TurnEvidence turnId={line.id} />}
    </div>
  );
}
