import type { Article, ArticleSummary } from '../../../../contracts/knowledge.ts';
import { AppError } from '../../../platform/errors.ts';
import type { ArticleRow } from './articles.store.ts';

/** An article as a row of the list. */
export function summaryOf(row: ArticleRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    section: named(row.section_id, row.section_name),
    language: row.language,
    product: row.product,
    visibility: row.visibility,
    status: row.status,
    owner: named(row.owner_id, row.owner_name),
    reviewOn: row.review_on,
    hasDraft: row.published_version !== null && row.published_version !== row.last_version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** An article whole, with its versions. */
export function articleOf(
  row: ArticleRow,
  body: string,
  versions: readonly { version: number; title: string; author: string | null; created_at: Date }[],
): Article {
  return {
    ...summaryOf(row),
    body,
    lastVersion: row.last_version,
    publishedVersion: row.published_version,
    effectiveFrom: row.effective_from?.toISOString() ?? null,
    effectiveUntil: row.effective_until?.toISOString() ?? null,
    externalId: row.external_id,
    sourceUrl: row.source_url,
    versions: versions.map(({ version, title, author, created_at: at }) => ({
      version,
      title,
      author,
      at: at.toISOString(),
    })),
  };
}

/** The place in the list after a row. */
export function cursorOf(row: ArticleRow): string {
  return `${row.updated_at.toISOString()}_${row.id}`;
}

/** Reads a cursor back. Throws `request_invalid` for what is none. */
export function readCursor(cursor: string): { at: Date; id: string } {
  const [text = '', id = ''] = cursor.split('_');
  const at = new Date(text);
  if (!Number.isNaN(at.getTime()) && /^[0-9a-f-]{36}$/.test(id)) return { at, id };
  throw new AppError('request_invalid', 'Take the cursor from the last answer.', {
    fields: [{ path: 'cursor', message: 'is no place in this list' }],
  });
}

function named(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}
