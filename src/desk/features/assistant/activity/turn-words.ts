import { useTranslation } from 'react-i18next';
import type { DecisionLine, TurnState } from '../../../../contracts/assistant-decisions.ts';
import type { Tone } from '../../../ui/tones.ts';
import { moodOf } from './mood.rules.ts';

/** The colour of what came of a turn: only what needs or needed a person stands out. */
export const TURN_TONES: Record<TurnState, Tone> = {
  done: 'assistant',
  shadow: 'neutral',
  draft: 'caution',
  draft_used: 'assistant',
  draft_dismissed: 'neutral',
  waiting: 'caution',
  rejected: 'critical',
  expired: 'critical',
  taken_over: 'info',
  overtaken: 'neutral',
};

/** What a turn did, as a verb: `Answered`, `Would have asked`, `Drafted an answer`. */
export function useDeed() {
  const { t } = useTranslation();
  return (turn: Pick<DecisionLine, 'path' | 'state'>): string => {
    const { path } = turn;
    if (path !== 'answer' && path !== 'ask') return t(`turns.did.${path}`);
    return t(`turns.${moodOf(turn)}.${path}`);
  };
}
