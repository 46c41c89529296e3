import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvaluationItem, Outcome } from '../../../contracts/evaluations.ts';
import { plainMarkdown } from '../../../contracts/plain-markdown.ts';
import { formatPercent } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tones.ts';

const TONES: Record<Outcome, Tone> = { right: 'positive', wrong: 'critical', unknown: 'neutral' };

/** One case: the question and how it came out; opened, everything that was found. */
export function CaseItem({ item }: { item: EvaluationItem }) {
  const { t } = useTranslation();
  return (
    <details className="group py-2">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-small">
        <ChevronRight aria-hidden className="shrink-0 text-subtle group-open:rotate-90" />
        <Badge tone={TONES[item.outcome]} className="shrink-0">
          {t(`evaluations.outcome.${item.outcome}`)}
        </Badge>
        <span dir="auto" className="min-w-0 flex-1 truncate text-start">
          {item.question}
        </span>
        <Said item={item} />
      </summary>
      <Opened item={item} />
    </details>
  );
}

/** What would be done, and how sure that is. */
export function Said({ item: { answer, category } }: { item: EvaluationItem }) {
  const { t, i18n } = useTranslation();
  const sure = (confidence: number) =>
    t('evaluations.sure', { percent: formatPercent(confidence, i18n.language) });
  if (answer)
    return (
      <span className="shrink-0 text-meta text-subtle">
        {t(`evaluations.decision.${answer.decision}`)}, {sure(answer.confidence)}
      </span>
    );
  if (!category) return null;
  return (
    <span className="shrink-0 text-meta text-subtle">
      {category.outOfScope >= 0.5 ? t('evaluations.held') : (category.label ?? '')},{' '}
      {sure(category.confidence)}
    </span>
  );
}

function Opened({ item }: { item: EvaluationItem }) {
  const { t } = useTranslation();
  const { answer, category, gold, ticket, question } = item;
  return (
    <div className="mt-2 flex flex-col gap-3 ps-6">
      <p dir="auto" className="text-start whitespace-pre-wrap wrap-anywhere">
        {question}
      </p>
      {ticket && (
        <Link
          to="/inbox/$ticketId"
          params={{ ticketId: ticket.id }}
          className="self-start text-accent-text hover:underline"
        >
          {t('evaluations.ticket', { number: ticket.number })}
        </Link>
      )}
      {category && gold.category !== null && (
        <Part title={t('evaluations.label')}>
          {t('evaluations.labelWas', { label: category.label ?? '', gold: gold.category })}
        </Part>
      )}
      {gold.articles.length > 0 && (
        <Part title={t('evaluations.wanted')}>
          {gold.articles.map(({ title }) => title).join(', ')}
        </Part>
      )}
      {gold.answer !== null && gold.answer !== '' && (
        <Part title={t('evaluations.agent')}>{gold.answer}</Part>
      )}
      {answer && (
        <Part title={t('evaluations.would')}>
          {plainMarkdown(answer.answer) || t('evaluations.nothing')}
        </Part>
      )}
      {answer && <Passages item={item} />}
    </div>
  );
}

function Passages({ item: { answer, gold } }: { item: EvaluationItem }) {
  const { t, i18n } = useTranslation();
  const right = new Set(gold.articles.map(({ id }) => id));
  return (
    <Part title={t('evaluations.found')}>
      <ol className="flex flex-col gap-2">
        {answer?.ranked.slice(0, 3).map(({ article, title, headings, text, score }) => (
          <li key={article} className="flex flex-col gap-0.5">
            <span className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 truncate font-medium">
                {[title, ...headings].join(' › ')}
              </span>
              {right.has(article) && (
                <Badge tone="positive">{t('evaluations.outcome.right')}</Badge>
              )}
              <span className="text-meta text-subtle tabular-nums">
                {formatPercent(score, i18n.language)}
              </span>
            </span>
            <span dir="auto" className="line-clamp-3 text-start text-muted wrap-anywhere">
              {plainMarkdown(text)}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="text-meta font-medium text-muted">{title}</h3>
      <div dir="auto" className="text-start whitespace-pre-wrap wrap-anywhere">
        {children}
      </div>
    </section>
  );
}
