import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GroundedSentence } from '../../../../contracts/assistant-decisions.ts';
import { Skeleton, SkeletonGroup } from '../../../ui/skeleton.tsx';
import { useArticleText } from '../../knowledge/queries.ts';

/** The characters of an article that a sentence rests on. */
export type Support = GroundedSentence['supports'][number];

/** So many characters are shown before and after the ones that count. */
const AROUND = 140;

/** The article's words at those characters, marked, with a little of what stands around them. */
export function SourceWords({ support }: { support: Support }) {
  const { t } = useTranslation();
  const { articleId, version, start, end } = support;
  const { data, isError } = useArticleText(articleId, version);
  if (isError) return <p className="text-muted">{t('record.wordsMissing')}</p>;
  if (!data)
    return (
      <SkeletonGroup className="flex flex-col gap-1.5">
        <Skeleton className="h-3 w-2/3" />
        <Skeleton className="h-3 w-full" />
      </SkeletonGroup>
    );
  const { body, title } = data;
  const from = Math.max(0, start - AROUND);
  const to = Math.min(body.length, end + AROUND);
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="text-meta text-subtle">
        {t('record.source', { title, version, start, end })}
      </figcaption>
      <blockquote
        dir="auto"
        className="border-s-2 border-assistant-line ps-2 whitespace-pre-wrap text-muted wrap-anywhere"
      >
        {from > 0 && '… '}
        {body.slice(from, start)}
        <mark className="rounded-small bg-assistant-soft text-text">{body.slice(start, end)}</mark>
        {body.slice(end, to)}
        {to < body.length && ' …'}
      </blockquote>
      <Link
        to="/knowledge/$articleId"
        params={{ articleId }}
        className="self-start text-accent-text hover:underline"
      >
        {t('record.openArticle')}
      </Link>
    </figure>
  );
}
