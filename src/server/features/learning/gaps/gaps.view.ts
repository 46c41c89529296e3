import type { Gap } from '../../../../contracts/learning.ts';
import type { GapCaseRow, GapRow } from './gaps-list.store.ts';

/** An article is near from this confidence on: of those that are less sure four of five are about something else. */
const nearFrom = 0.2;

/** A gap with its examples, taken from the cases of all listed gaps. */
export function gapView(row: GapRow, cases: readonly GapCaseRow[]): Gap {
  const { id, title, state, solved } = row;
  return {
    id,
    title,
    state,
    cases: row.cases,
    solved,
    lastAt: row.last_at?.toISOString() ?? null,
    nearest:
      row.nearest_id === null || row.nearest_score < nearFrom
        ? null
        : { id: row.nearest_id, title: row.nearest_title ?? '', score: row.nearest_score },
    article:
      row.article_id === null ? null : { id: row.article_id, title: row.article_title ?? '' },
    examples: cases
      .filter((one) => one.gap_id === id)
      .map((one) => ({
        ticketId: one.ticket_id,
        number: one.number,
        subject: one.subject,
        question: one.question,
        kind: one.kind,
        at: one.at.toISOString(),
        solved: one.solved,
        closed: one.closed,
      })),
  };
}
