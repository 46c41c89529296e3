import type { DecisionLine, TurnState } from '../../../../contracts/assistant-decisions.ts';

/** Whether something was done, or only thought of, drafted or proposed. */
export type Mood = 'did' | 'would' | 'drafted' | 'proposed';

const moods: Record<TurnState, Mood> = {
  done: 'did',
  shadow: 'would',
  draft: 'drafted',
  draft_used: 'drafted',
  draft_dismissed: 'drafted',
  waiting: 'proposed',
  rejected: 'proposed',
  expired: 'proposed',
  taken_over: 'proposed',
  overtaken: 'proposed',
};

/** The mood of the verb that tells of a turn; only answers and questions can have been less than done. */
export function moodOf({ path, state }: Pick<DecisionLine, 'path' | 'state'>): Mood {
  return path === 'answer' || path === 'ask' ? moods[state] : 'did';
}
