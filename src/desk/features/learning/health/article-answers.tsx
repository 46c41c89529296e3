import { useTranslation } from 'react-i18next';
import type { Article } from '../../../../contracts/knowledge.ts';
import type { ArticleAnswer, ArticleAnswers, ArticleUse } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { useMay } from '../../session-gate/queries.ts';
import { CaseLink } from '../case-link.tsx';
import { useArticleAnswers } from '../queries.ts';
import { CorrectionDialog } from './correction-dialog.tsx';

/** How each version of an article did in answers, the answers, and what it was drafted from. */
export function ArticleAnswersPanel({ article }: { article: Article }) {
  const { t } = useTranslation();
  const { data, isError, error, refetch } = useArticleAnswers(article.id);
  const mayCorrect = useMay('knowledge:write');
  if (isError) return <ApiErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows disc={false} />;
  return (
    <div className="flex flex-col gap-5 p-4">
      <DraftSources lines={data.draft} />
      {data.versions.length === 0 ? (
        <p className="text-muted">{t('learning.answers.none')}</p>
      ) : (
        <>
          <ul className="flex flex-col gap-2">
            {data.versions.map((use) => (
              <VersionUse key={use.version} use={use} />
            ))}
          </ul>
          {mayCorrect && <CorrectionDialog article={article} />}
          <AnswerList data={data} />
        </>
      )}
    </div>
  );
}

function VersionUse({ use: { version, answers, good, bad } }: { use: ArticleUse }) {
  const { t, i18n } = useTranslation();
  const known = good + bad;
  return (
    <li>
      <p className="flex justify-between gap-2">
        <span className="font-medium">{t('learning.answers.version', { version })}</span>
        <span className="tabular-nums">{t('learning.answers.used', { count: answers })}</span>
      </p>
      <p className="text-meta text-muted">
        {known === 0
          ? t('learning.answers.noneKnown')
          : t('learning.answers.helped', {
              share: formatPercent(good / known, i18n.language),
              known,
            })}
      </p>
    </li>
  );
}

function AnswerList({ data: { answers, total } }: { data: ArticleAnswers }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="mb-1.5 font-semibold">{t('learning.answers.list')}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {answers.map((answer) => (
          <AnswerLine key={answer.decisionId} answer={answer} />
        ))}
      </ul>
      {total > answers.length && (
        <p className="mt-2 text-meta text-subtle">
          {t('learning.answers.more', { shown: answers.length, total })}
        </p>
      )}
    </section>
  );
}

function AnswerLine({ answer }: { answer: ArticleAnswer }) {
  const { t } = useTranslation();
  const { outcome, verdict, sent, correctedAt, correctionWaits } = answer;
  return (
    <li className="py-2">
      <p className="flex min-w-0 gap-2">
        <CaseLink ticketId={answer.ticketId} number={answer.number} />
        <span className="min-w-0 truncate" title={answer.subject}>
          {answer.subject}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-2 text-meta text-muted">
        <span>{t('learning.answers.version', { version: answer.version })}</span>
        <Time at={answer.at} />
        {!sent && <span>{t('learning.answers.notSent')}</span>}
        {verdict === 'wrong' ? (
          <Badge tone="critical" variant="plain" dot>
            {t('learning.verdicts.wrong')}
          </Badge>
        ) : (
          outcome && (
            <Badge tone={outcome === 'reopened' ? 'critical' : 'positive'} variant="plain" dot>
              {t(`learning.outcomes.${outcome}`)}
            </Badge>
          )
        )}
        {correctedAt && <span className="text-assistant">{t('learning.answers.told')}</span>}
        {correctionWaits && <span className="text-muted">{t('learning.answers.toldLater')}</span>}
      </p>
    </li>
  );
}

function DraftSources({ lines }: { lines: ArticleAnswers['draft'] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <section className="rounded-control border border-assistant-line bg-assistant-soft p-3">
      <h3 className="font-semibold text-assistant">{t('learning.answers.drafted')}</h3>
      <p className="text-meta text-muted">{t('learning.answers.draftedLead')}</p>
      <ul className="mt-2 flex max-h-72 flex-col gap-1.5 overflow-y-auto">
        {lines.map(({ text, ticketId, number }, place) => (
          <li key={place} className="flex gap-2">
            <CaseLink ticketId={ticketId} number={number} />
            <span className="min-w-0 break-words">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
