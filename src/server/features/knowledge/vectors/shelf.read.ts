import type { Audience } from '../../../../contracts/answers.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { listMarks, readStamp } from '../answers/answers.store.ts';
import { textsOf, unpackVector } from './texts.ts';
import {
  listVectorMarks,
  listVectors,
  readVectorStamp,
  type PublishedText,
} from './vectors.store.ts';

interface Filter {
  readonly audience: Audience;
  readonly at: Date;
}

/** A digest that changes with anything an audience is answered from, and with its vectors by a model. */
export async function readStampWithVectors(
  scope: Scope,
  filter: Filter,
  model: string | null,
): Promise<string> {
  const vectors = model === null ? null : await readVectorStamp(scope, model);
  return `${await readStamp(scope, filter)}/${model ?? ''}/${vectors ?? ''}`;
}

/** The same for each article. */
export async function listMarksWithVectors(
  scope: Scope,
  filter: Filter,
  model: string | null,
): Promise<Map<string, string>> {
  const marks = await listMarks(scope, filter);
  if (model === null) return marks;
  const vectors = await listVectorMarks(scope, model);
  return new Map([...marks].map(([id, mark]) => [id, `${mark}/${vectors.get(id) ?? ''}`]));
}

/** Vectors of the passages that some articles have now, by article; those of earlier texts are left out. */
export async function vectorsOf(
  scope: Scope,
  articles: readonly PublishedText[],
  model: string | null,
): Promise<Map<string, Float32Array[]>> {
  const found = new Map<string, Float32Array[]>();
  if (model === null) return found;
  const articleIds = articles.map(({ id }) => id);
  const current = new Map(
    articles.map((article) => [article.id, new Set(textsOf(article).map((one) => one.digest))]),
  );
  for (const row of await listVectors(scope, { articleIds, model })) {
    if (!current.get(row.article_id)?.has(row.digest)) continue;
    const vectors = found.get(row.article_id) ?? [];
    vectors.push(unpackVector(row.vector));
    found.set(row.article_id, vectors);
  }
  return found;
}
