import { useTranslation } from 'react-i18next';
import type { AssistantDecision } from '../../../../contracts/assistant-decisions.ts';
import { formatPercent } from '../../../lib/format.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { ArticleLink } from '../../knowledge/asking/article-link.tsx';
import { useTurn } from './queries.ts';

/** What a turn said and rests on: the words of articles, the gate that stopped it, the articles considered. */
export function TurnEvidence({ turnId }: { turnId: string }) {
  const turn = useTurn(turnId, { enabled: true });
  if (turn.isError) return <ApiErrorState error={turn.error} onRetry={() => void turn.refetch()} />;
  if (!turn.data) return <SkeletonRows rows={2} disc={false} />;
  return <Evidence turn={turn.data} />;
}

function Evidence({ turn }: { turn: AssistantDecision }) {
  const { t } = useTranslation();
  const { sentences, gates, passages } = turn;
  const quoted = sentences.filter(({ verdict }) => verdict === 'quoted' || verdict === 'supported');
  const stopped = gates.filter(({ passed }) => !passed);
  return (
    <div className="flex flex-col gap-2">
      {quoted.length > 0 && (
        <blockquote className="flex flex-col gap-1 border-s-2 border-assistant-line ps-3 wrap-anywhere">
          {quoted.map(({ text }, place) => (
            <p key={place}>{text}</p>
          ))}
        </blockquote>
      )}
      {stopped.length > 0 && (
        <p className="text-meta text-muted">
          {t('ticketAssistant.gatesFailed')}: {stopped.map(({ gate }) => gate).join(', ')}
        </p>
      )}
      {passages.length > 0 && <Considered passages={passages} />}
    </div>
  );
}

function Considered({ passages }: Pick<AssistantDecision, 'passages'>) {
  const { t, i18n } = useTranslation();
  return (
    <div className="text-meta text-muted">
      <h3>{t('ticketAssistant.considered')}</h3>
      <ul>
        {passages.slice(0, 3).map(({ articleId, title, score }) => (
          <li key={articleId} className="flex gap-2">
            <span className="w-10 shrink-0 text-end tabular-nums">
              {formatPercent(score, i18n.language)}
            </span>
            <ArticleLink source={{ articleId, title, visibility: 'public' }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
