/** What another policy would have made of turns that were taken. */
import {
  categoryPolicyOf,
  type AssistantPolicy,
  type CategoryPolicy,
} from '../../../../contracts/assistant.ts';
import type { DecisionLine } from '../../../../contracts/assistant-decisions.ts';

/** How many turns would have been different, and in which way. */
export interface PolicyEffect {
  readonly looked: number;
  /** Under another autonomy. */
  readonly otherAutonomy: number;
  /** Answered then, not sure enough now. */
  readonly noMore: number;
  /** Not sure enough then, answered now. */
  readonly nowAnswered: number;
  /** Answered at once then, waiting for a person now. */
  readonly nowWaiting: number;
  /** Waiting for a person then, answered at once now. */
  readonly noMoreWaiting: number;
}

type Verdict = Exclude<keyof PolicyEffect, 'looked'>;

/** Asks both policies about each turn. What cannot be told from a turn's line is taken to stay as it was. */
export function effectOf(
  before: AssistantPolicy,
  after: AssistantPolicy,
  turns: readonly DecisionLine[],
): PolicyEffect {
  const counts = { otherAutonomy: 0, noMore: 0, nowAnswered: 0, nowWaiting: 0, noMoreWaiting: 0 };
  for (const turn of turns) {
    const verdict = verdictOf(
      categoryPolicyOf(before, turn.category),
      categoryPolicyOf(after, turn.category),
      turn,
    );
    if (verdict !== null) counts[verdict] += 1;
  }
  return { looked: turns.length, ...counts };
}

function verdictOf(from: CategoryPolicy, to: CategoryPolicy, turn: DecisionLine): Verdict | null {
  if (from.autonomy !== to.autonomy) return 'otherAutonomy';
  const { confidence, path, reason } = turn;
  if (confidence === null || to.autonomy === 'off') return null;
  const isSure = confidence >= to.answerFrom;
  if (path === 'hand_over' && reason === 'unsure')
    return isSure && confidence < from.answerFrom ? 'nowAnswered' : null;
  if (path !== 'answer') return null;
  if (!isSure) return confidence >= from.answerFrom ? 'noMore' : null;
  if (to.autonomy !== 'auto') return null;
  const [waited, waits] = [from, to].map((rule) => needsApproval(rule, confidence));
  if (waited === waits) return null;
  return waits ? 'nowWaiting' : 'noMoreWaiting';
}

function needsApproval({ approval, approveBelow }: CategoryPolicy, confidence: number): boolean {
  return approval === 'always' || (approval === 'unsure' && confidence < approveBelow);
}
