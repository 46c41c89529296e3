import type {
  AssistantDecision,
  DecisionLine,
  TurnApproval,
} from '../../../../contracts/assistant-decisions.ts';
import type { TurnRow } from './decisions.store.ts';

/** A kept turn as people read it. */
export function decisionView(row: TurnRow): AssistantDecision {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    ticketNumber: row.number,
    subject: row.subject,
    turn: row.turn,
    at: row.at.toISOString(),
    autonomy: row.autonomy,
    path: row.path,
    reason: row.reason,
    detail: row.detail,
    state: row.state,
    category: row.category,
    question: row.question,
    confidence: row.confidence,
    threshold: row.threshold,
    policyVersion: row.policy_version,
    ...row.record,
    refused: row.record.refused ?? null,
    text: row.text,
    html: row.html,
    messageId: row.message_id,
    costMicros: row.cost_micros,
    decidedBy: row.decider,
    approval: approvalOf(row),
    likeness: row.likeness,
  };
}

function approvalOf(row: TurnRow): TurnApproval | null {
  const { approval: state, asked_at: askedAt, deadline_at: deadlineAt } = row;
  if (state === null || askedAt === null || deadlineAt === null) return null;
  return {
    state,
    askedAt: askedAt.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    fourEyes: row.four_eyes === true,
    firstBy: row.first,
    decidedBy: row.settler,
    decidedAt: row.settled_at?.toISOString() ?? null,
    isChanged: row.edited !== null,
    reason: row.settled_why ?? '',
  };
}

/** A turn as a line of a list. */
export function lineView(row: TurnRow): DecisionLine {
  const { id, ticketId, ticketNumber, subject, turn, at, autonomy, path, reason, detail, ...rest } =
    decisionView(row);
  const { state, category, confidence, likeness } = rest;
  return {
    id,
    ticketId,
    ticketNumber,
    subject,
    turn,
    at,
    autonomy,
    path,
    reason,
    detail,
    state,
    category,
    confidence,
    likeness,
  };
}
