import type { Approval } from '../../../../contracts/approvals.ts';
import { roles, type Role } from '../../../../contracts/permissions.ts';
import type { TurnRow } from '../case/decisions.store.ts';
import { decisionView } from '../case/view.ts';
import type { ApprovalRow } from './approvals.store.ts';

/** Who decides. */
export interface Decider {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly role: Role;
}

/** Whether a role may decide on what needs another. */
export function isHighEnough(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** An approval as somebody reads it who may or may not decide on it. */
export function approvalView(row: ApprovalRow, turn: TurnRow, by: Decider): Approval {
  const isFirst = row.four_eyes && row.first_by === by.memberId;
  const maySettle = row.state === 'waiting' && isHighEnough(by.role, row.decide_role);
  return {
    id: row.id,
    state: row.state,
    decision: decisionView(turn),
    customer: { name: row.customer_name, email: row.customer_email, tier: row.tier },
    askedAt: row.asked_at.toISOString(),
    deadlineAt: row.deadline_at.toISOString(),
    decideRole: row.decide_role,
    fourEyes: row.four_eyes,
    firstBy: row.first_name,
    edited: row.edited,
    decidedBy: row.decider_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    mayDecide: maySettle && !isFirst,
    mayRefuse: maySettle,
  };
}
