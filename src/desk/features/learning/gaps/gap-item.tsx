import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Gap, GapCase } from '../../../../contracts/learning.ts';
import { Time } from '../../../ui/time.tsx';
import { ArticleTitle } from '../article-title.tsx';
import { CaseLink } from '../case-link.tsx';
import { GapActs } from './gap-acts.tsx';

/** A gap: how often, since when, three examples, the nearest article, and what to do about it. */
export function GapItem({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const { title, cases, solved, lastAt, nearest, examples, article } = gap;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 py-4 first:pt-0">
      <div className="min-w-0 flex-[1_1_22rem]">
        <h2 className="font-semibold break-words">{title}</h2>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-muted">
          <span className="font-medium text-text">
            {t('learning.gaps.cases', { count: cases })}
          </span>
          {solved > 0 && <span>· {t('learning.gaps.solved', { count: solved })}</span>}
          {lastAt && (
            <span>
              · {t('learning.gaps.last')} <Time at={lastAt} />
            </span>
          )}
        </p>
        <ul className="mt-2 flex flex-col gap-1">
          {examples.map((one) => (
            <li key={one.ticketId} className="flex min-w-0 items-baseline gap-2">
              <CaseLink ticketId={one.ticketId} number={one.number} />
              <span className="min-w-0 flex-1 truncate" title={one.question}>
                {questionOf(one.question, one.subject)}
              </span>
              <span className="shrink-0 text-meta text-subtle max-pane2:hidden">
                {t(`learning.gaps.kinds.${one.kind}`)}
                <BecameOf one={one} />
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-2 flex min-w-0 flex-wrap gap-x-2 text-meta text-muted">
          {article ? (
            <Link
              to="/knowledge/$articleId"
              params={{ articleId: article.id }}
              className="text-assistant underline-offset-2 hover:underline"
            >
              {t(gap.state === 'closed' ? 'learning.gaps.toArticle' : 'learning.gaps.toDraft')}
            </Link>
          ) : nearest ? (
            <>
              {t('learning.gaps.nearest')}: <ArticleTitle {...nearest} />
            </>
          ) : (
            t('learning.gaps.noNearest')
          )}
        </p>
      </div>
      <GapActs gap={gap} />
    </li>
  );
}

/** What became of a case since it showed the gap; nothing where that says it already. */
function BecameOf({ one: { kind, solved, closed } }: { one: GapCase }) {
  const { t } = useTranslation();
  if (kind === 'agent_solved') return closed ? null : ` · ${t('learning.gaps.became.reopened')}`;
  const became = solved ? 'solved' : closed ? 'closed' : 'open';
  return ` · ${t(`learning.gaps.became.${became}`)}`;
}

/** What was asked, without the subject before it. */
function questionOf(question: string, subject: string): string {
  const [, ...rest] = question.split('\n');
  const said = rest.join(' ').trim();
  return said === '' ? question || subject : said;
}
