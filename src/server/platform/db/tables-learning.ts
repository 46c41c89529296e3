import type { Autonomy } from '../../../contracts/assistant.ts';
import type { Outcome, TurnReason } from '../../../contracts/assistant-decisions.ts';
import type { Evidence, SampleVerdict } from '../../../contracts/learning.ts';
import type { Defaulted } from './tables-people.ts';

export interface LearningTables {
  knowledge_gap_words: { workspace_id: string; gap_id: string; word: number; cases: number };
  knowledge_words: { workspace_id: string; word: number; cases: number };
  answer_judgements: {
    workspace_id: string;
    decision_id: string;
    verdict: SampleVerdict;
    note: Defaulted<string>;
    member_id: string | null;
    at: Date;
  };
  learning_cases: {
    workspace_id: string;
    ticket_id: string;
    decision_id: string;
    at: Date;
    category: string | null;
    autonomy: Autonomy;
    path: 'answer' | 'ask' | 'hand_over' | 'skip';
    sent: boolean;
    reason: TurnReason;
    confidence: number | null;
    response_ms: number | null;
    outcome: Outcome | null;
    verdict: 'right' | 'wrong' | null;
    evidence: Evidence | null;
    likeness: number | null;
    cost_micros: number;
  };
  assistant_replays: {
    workspace_id: string;
    id: string;
    category: string;
    state: 'running' | 'done' | 'failed';
    total: Defaulted<number>;
    asked_by: string | null;
    made_at: Date;
    ended_at: Date | null;
  };
  assistant_replay_cases: {
    workspace_id: string;
    replay_id: string;
    ticket_id: string;
    question: string;
    quote: string;
    agent_answer: string;
    article_id: string | null;
    confidence: number;
    likeness: number;
    linked: boolean;
    verdict: 'right' | 'wrong';
  };
  article_corrections: {
    workspace_id: string;
    id: string;
    article_id: string;
    version: number;
    ticket_id: string;
    text: string;
    member_id: string | null;
    at: Date;
  };
}
