import type { Scope } from '../../platform/db/database.ts';
import { findCategory } from './brief/brief.rules.ts';
import { findVocabulary } from './followups.store.ts';

/** The category that the words of a customer speak for, by the keywords the workspace gave it. */
export async function guessCategoryByWords(
  scope: Scope,
  messages: readonly { id: string; text: string }[],
): Promise<{ category: string | null; confidence: number }> {
  const said = messages.map(({ id, text }) => ({
    id,
    text,
    author: 'customer' as const,
    at: new Date(0).toISOString(),
  }));
  return findCategory({ messages: said, endedBy: 'system' }, await findVocabulary(scope));
}
