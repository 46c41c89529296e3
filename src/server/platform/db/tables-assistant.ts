import type { JSONColumnType } from 'kysely';
import type { AssistantPolicy, Autonomy } from '../../../contracts/assistant.ts';
import type {
  AssistantDecision,
  RefusedText,
  Outcome,
  TurnPath,
  TurnReason,
  TurnState,
} from '../../../contracts/assistant-decisions.ts';
import type { DraftLine, GapCaseKind, GapState, Proposal } from '../../../contracts/learning.ts';
import type { Role } from '../../../contracts/permissions.ts';
import type { Defaulted } from './tables-people.ts';

/** The parts of a turn that are read together and never searched. */
export type TurnRecord = Pick<
  AssistantDecision,
  'gates' | 'passages' | 'signals' | 'sentences' | 'violations' | 'questions' | 'writer' | 'latency'
> & {
  /** Left out where nothing of a language model was refused. */
  readonly refused?: RefusedText;
  /** What waits for an approval, as an agent would send it who takes it over. */
  readonly forAgent?: { readonly text: string; readonly html: string | null };
};

export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly options: string[];
  /** Null while it is open. */
  readonly answer: string | null;
}

export interface AssistantTables {
  assistant_policies: {
    workspace_id: string;
    version: number;
    policy: JSONColumnType<AssistantPolicy>;
    note: string;
    member_id: string | null;
    saved_at: Date;
  };
  assistant_cases: {
    workspace_id: string;
    ticket_id: string;
    state: 'acting' | 'waiting' | 'approval' | 'handed_over' | 'resolved';
    handled_seq: Defaulted<number>;
    turns: Defaulted<number>;
    question_rounds: Defaulted<number>;
    asked: JSONColumnType<AskedQuestion[], string | undefined, string>;
    waits_until: Date | null;
    reminded_at: Date | null;
    outcome: Outcome | null;
    outcome_before: Exclude<Outcome, 'reopened'> | null;
    outcome_at: Date | null;
  };
  assistant_decisions: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    turn: number;
    at: Date;
    autonomy: Autonomy;
    path: TurnPath;
    reason: TurnReason;
    detail: string;
    state: TurnState;
    category: string | null;
    question: string;
    confidence: number | null;
    threshold: number | null;
    policy_version: number;
    record: JSONColumnType<TurnRecord>;
    text: string;
    html: string | null;
    message_id: string | null;
    cost_micros: Defaulted<number>;
    decided_by: string | null;
    decided_at: Date | null;
    likeness: number | null;
  };
  assistant_citations: {
    workspace_id: string;
    decision_id: string;
    article_id: string;
    version: number;
  };
  approvals: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    decision_id: string;
    state: 'waiting' | 'approved' | 'rejected' | 'expired' | 'taken_over';
    asked_at: Date;
    deadline_at: Date;
    decide_role: Role;
    four_eyes: boolean;
    edited: string | null;
    first_by: string | null;
    decided_by: string | null;
    decided_at: Date | null;
    reason: Defaulted<string>;
  };
  knowledge_gaps: {
    workspace_id: string;
    id: string;
    title: string;
    state: GapState;
    article_id: string | null;
    nearest_article_id: string | null;
    nearest_score: Defaulted<number>;
    created_at: Date;
    updated_at: Date;
    cases: Defaulted<number>;
    last_at: Date | null;
    draft_lines: JSONColumnType<DraftLine[], string | undefined, string>;
  };
  knowledge_gap_cases: {
    workspace_id: string;
    gap_id: string;
    ticket_id: string;
    at: Date;
    kind: Defaulted<GapCaseKind>;
    question: Defaulted<string>;
  };
  assistant_proposals: {
    workspace_id: string;
    id: string;
    category: string | null;
    change: JSONColumnType<Proposal['change']>;
    expected: JSONColumnType<Proposal['expected']>;
    state: 'open' | 'accepted' | 'dismissed' | 'outdated';
    made_at: Date;
    decided_by: string | null;
    decided_at: Date | null;
  };
}
