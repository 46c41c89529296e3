import type { Replay, ReplayCase } from '../../../../contracts/learning.ts';
import { curveOf, type Aim } from '../proposals/curve.rules.ts';
import { recommend } from './replay.rules.ts';
import type { findReplay, ReplayCaseRow } from './replays.store.ts';

const shownOfEach = 6;

/** A replay with its curve, what it speaks for, and cases to look at. */
export function replayView(
  row: NonNullable<Awaited<ReturnType<typeof findReplay>>>,
  cases: readonly ReplayCaseRow[],
  bounds: Omit<Aim, 'least'>,
): Replay {
  const weighed = cases.map(({ ticket_id: id, confidence, verdict }) => ({
    id,
    confidence,
    verdict,
  }));
  const { advice, point } = recommend(weighed, bounds);
  return {
    id: row.id,
    category: row.category,
    state: row.state,
    total: row.total,
    done: cases.length,
    at: row.made_at.toISOString(),
    curve: curveOf(weighed),
    recommended: point,
    advice,
    aim: bounds.precision,
    examples: examplesOf(cases),
  };
}

/** The surest that were unlike, which a person should read first, and the surest that were like. */
function examplesOf(cases: readonly ReplayCaseRow[]): ReplayCase[] {
  const ofVerdict = (verdict: 'right' | 'wrong') =>
    cases.filter((one) => one.verdict === verdict).slice(0, shownOfEach);
  return [...ofVerdict('wrong'), ...ofVerdict('right')].map((one) => ({
    ticketId: one.ticket_id,
    number: one.number,
    subject: one.subject,
    question: one.question,
    quote: one.quote,
    agentAnswer: one.agent_answer,
    article: one.article_id === null ? null : { id: one.article_id, title: one.title ?? '' },
    confidence: one.confidence,
    likeness: one.likeness,
    linked: one.linked,
    verdict: one.verdict,
  }));
}
