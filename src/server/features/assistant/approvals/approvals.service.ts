import type { Approval, DecideApproval } from '../../../../contracts/approvals.ts';
import { categoryPolicyOf } from '../../../../contracts/assistant.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { createHistorian } from '../../history/index.ts';
import { lockTicket, offerDraft } from '../../tickets/index.ts';
import type { AssistantDeps } from '../case/case.deps.ts';
import { markCase, readCaseFile } from '../case/case.store.ts';
import type { CaseFile } from '../case/case.types.ts';
import { lastSeqOf } from '../case/gates.rules.ts';
import { changeTurn, isAnyWithdrawn, listTurns, type TurnRow } from '../case/decisions.store.ts';
import type { HandOver } from '../case/hand-over.ts';
import { waitFrom } from '../case/silence.rules.ts';
import { assistant, speak } from '../case/speak.ts';
import { policyOf } from '../policy/policy.store.ts';
import {
  changeApproval,
  findApproval,
  findTicketOfApproval,
  listApprovals,
  type ApprovalRow,
} from './approvals.store.ts';
import { approvalView, isHighEnough, type Decider } from './approvals.view.ts';

export interface ApprovalDeps extends AssistantDeps {
  readonly handOver: HandOver;
}

/** An approval with everything that is decided on. */
interface Found {
  readonly row: ApprovalRow;
  readonly turn: TurnRow;
  readonly file: CaseFile;
}

/** How it ends without anything being sent. */
interface Refusal {
  readonly state: 'rejected' | 'expired' | 'taken_over';
  readonly by: Decider | null;
  readonly detail: string;
}

export type ApprovalService = ReturnType<typeof createApprovalService>;

/** The gate at which people let acts of the assistant pass, change them, turn them down or take over. */
export function createApprovalService(deps: ApprovalDeps) {
  const { database, clock } = deps;
  const tell = createHistorian(deps);

  return {
    list: (by: Decider, { settled }: { settled: boolean }): Promise<Approval[]> =>
      database.inWorkspace(by.workspaceId, async (scope) =>
        viewAll(scope, await listApprovals(scope, settled), by),
      ),

    /**
     * Decides on an act. Throws `approval_settled` when somebody was faster, the time is over or the case went
     * on, and `permission_denied` when a higher role or somebody else must decide. Corrections that are alike
     * are decided one by one: what cannot be decided of them stays as it is.
     */
    async decide(by: Decider, id: string, decision: DecideApproval): Promise<Approval> {
      const isForAll = decision.act === 'approve' && decision.alike === true;
      const others = isForAll ? await alikeOf(by, id) : [];
      const after = await decideOne(by, id, decision);
      for (const other of others) await decideOne(by, other, decision).catch(onlyOnPurpose);
      return after;
    },

    /** Handler of `approval.expire`: what nobody decided goes to its queue; nothing is sent. */
    expire: (workspaceId: string, id: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        if ((await findTicketOfApproval(scope, id)) === undefined) return;
        const found = await open(scope, id);
        if (found.row.state !== 'waiting') return;
        // The clock of the database was ahead of this one: asked again when its time is over.
        if (found.row.deadline_at > clock.now()) return told(scope, found.row, false);
        await refuse(scope, found, { state: 'expired', by: null, detail: '' });
      }),
  };

  function decideOne(by: Decider, id: string, decision: DecideApproval): Promise<Approval> {
    return database.inWorkspace(by.workspaceId, async (scope) => {
      const found = await open(scope, id);
      assertMayDecide(found.row, by, decision.act);
      if (decision.act === 'approve') await approve(scope, found, by, decision.text);
      else if (decision.act === 'reject')
        await refuse(scope, found, { state: 'rejected', by, detail: decision.reason });
      else await refuse(scope, found, { state: 'taken_over', by, detail: '' });
      const [after] = await viewAll(scope, [(await open(scope, id)).row], by);
      if (after === undefined) throw notFound('approval');
      return after;
    });
  }

  /** The other corrections that wait with the text of one. */
  function alikeOf(by: Decider, id: string): Promise<string[]> {
    return database.inWorkspace(by.workspaceId, async (scope) => {
      const waiting = await viewAll(scope, await listApprovals(scope, false), by);
      const text = waiting.find((one) => one.id === id)?.decision.text;
      return waiting
        .filter(({ decision }) => decision.reason === 'correction' && decision.text === text)
        .flatMap((one) => (one.id === id ? [] : [one.id]));
    });
  }

  /** Locks the ticket of an approval and reads what is decided on. Throws `not_found`. */
  async function open(scope: Scope, id: string): Promise<Found> {
    const ticketId = await findTicketOfApproval(scope, id);
    if (ticketId === undefined) throw notFound('approval');
    await lockTicket(scope, ticketId);
    const row = await findApproval(scope, id);
    const [turn] = row ? await listTurns(scope, { id: row.decision_id, limit: 1 }) : [];
    const file = await readCaseFile(scope, ticketId, clock.now());
    if (!row || !turn || !file) throw notFound('approval');
    return { row, turn, file };
  }

  async function approve(scope: Scope, found: Found, by: Decider, text?: string): Promise<void> {
    const { row, turn } = found;
    const isChanged = text !== undefined && text !== (row.edited ?? turn.text);
    const edited = isChanged ? text : row.edited;
    if (row.four_eyes && (row.first_by === null || isChanged)) {
      // Who changes the text is the first to have seen it so.
      const change = { firstBy: by.memberId, ...(edited !== null && { edited }) };
      await changeApproval(scope, row.id, change);
      return told(scope, row, false);
    }
    await assertStillRight(scope, found);
    const messageId = await send(scope, found, edited);
    await changeTurn(scope, turn.id, {
      state: 'done',
      messageId,
      decidedBy: by.memberId,
      at: clock.now(),
      ...(edited !== null && { text: edited }),
    });
    await settle(scope, row, { state: 'approved', by, ...(edited !== null && { edited }) });
    if (isCorrection(turn)) changed(scope, row.ticket_id, null);
    else await goOn(scope, found.file);
    await tell(scope, {
      ticketId: row.ticket_id,
      type: 'approval.approved',
      actor: { kind: 'agent', id: by.memberId },
      data: { edited: edited === null ? '' : 'with changes' },
    });
  }

  /** What was said or done since it was proposed may have made it wrong. */
  async function assertStillRight(scope: Scope, { row, turn, file }: Found): Promise<void> {
    const { policy } = await policyOf(scope);
    const cited = turn.record.passages.filter((passage) => passage.cited);
    const articleIds = cited.map(({ articleId }) => articleId);
    const why = policy.stopped
      ? 'The assistant is stopped'
      : row.deadline_at <= clock.now()
        ? 'Its time is over'
        : !isCorrection(turn) && wentOn(file)
          ? 'The customer has written again, or somebody works on it'
          : !isCorrection(turn) && (await isAnyWithdrawn(scope, articleIds))
            ? 'An article it quotes was withdrawn'
            : null;
    if (why !== null) throw new AppError('approval_settled', `${why}: take it over instead.`);
  }

  async function send(scope: Scope, { turn, file }: Found, edited: string | null): Promise<string> {
    const { assistantName } = await deps.settingsOf(scope);
    return speak(deps, scope, {
      ticketId: file.ticket.id,
      conversationId: file.ticket.conversationId,
      text: edited ?? turn.text,
      html: edited === null ? turn.html : null,
      clientId: `assistant:${turn.id}`,
      assistantName,
    });
  }

  /** The case waits for its customer now. */
  async function goOn(scope: Scope, { ticket }: CaseFile): Promise<void> {
    const { policy } = await policyOf(scope);
    const { waitsUntil, wakeAt } = waitFrom(clock.now(), policy, ticket.channel);
    await markCase(scope, ticket.id, { state: 'waiting', waitsUntil, spoke: true });
    await deps.handOver.letGo(scope, ticket.id, { status: 'pending' });
    changed(scope, ticket.id, wakeAt);
  }

  /** Ends an approval without anything being sent: people go on with the case. */
  async function refuse(scope: Scope, { row, turn, file }: Found, end: Refusal): Promise<void> {
    const { state, by, detail } = end;
    const ticketId = file.ticket.id;
    const decidedBy = by !== null && { decidedBy: by.memberId };
    await changeTurn(scope, turn.id, { state, at: clock.now(), ...decidedBy });
    await settle(scope, row, { state, by, reason: detail });
    // The case itself was never taken from anybody.
    if (isCorrection(turn)) return changed(scope, ticketId, null);
    await markCase(scope, ticketId, { state: 'handed_over', waitsUntil: null, spoke: false });
    const { policy } = await policyOf(scope);
    await deps.handOver.handOver(scope, {
      ticketId,
      reason: state,
      detail,
      to: state === 'taken_over' ? null : categoryPolicyOf(policy, file.ticket.category).handOverTo,
      actor: by === null ? assistant : { kind: 'agent', id: by.memberId },
    });
    if (state === 'taken_over' && by !== null) {
      await deps.work.takeIfFree(scope, ticketId, by.memberId);
      await leaveDraft(scope, { row, turn, file }, by);
    }
    changed(scope, ticketId, null);
  }

  /** What was proposed waits in the composer of who took it over, unless they have begun to write themselves. */
  async function leaveDraft(scope: Scope, { row, turn, file }: Found, by: Decider): Promise<void> {
    const written = row.edited === null ? turn.record.forAgent : { text: row.edited, html: null };
    if (written === undefined) return;
    await offerDraft(scope, {
      ticketId: file.ticket.id,
      memberId: by.memberId,
      channel: 'email',
      body: written.text,
      html: written.html,
      at: clock.now(),
    });
  }

  async function settle(
    scope: Scope,
    row: ApprovalRow,
    end: {
      state: 'approved' | 'rejected' | 'expired' | 'taken_over';
      by: Decider | null;
      edited?: string;
      reason?: string;
    },
  ): Promise<void> {
    const { by, ...rest } = end;
    const decided = { decidedBy: by?.memberId ?? null, decidedAt: clock.now() };
    await changeApproval(scope, row.id, { ...rest, ...decided });
    told(scope, row, true);
  }
}

async function viewAll(scope: Scope, rows: readonly ApprovalRow[], by: Decider) {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.decision_id);
  const turns = new Map(
    (await listTurns(scope, { ids, limit: ids.length })).map((turn) => [turn.id, turn]),
  );
  return rows.flatMap((row) => {
    const turn = turns.get(row.decision_id);
    return turn === undefined ? [] : [approvalView(row, turn, by)];
  });
}

function isCorrection({ reason }: TurnRow): boolean {
  return reason === 'correction';
}

function told(scope: Scope, row: ApprovalRow, isSettled: boolean): void {
  scope.record({
    type: 'approval.changed',
    approvalId: row.id,
    ticketId: row.ticket_id,
    deadlineAt: isSettled ? null : row.deadline_at.toISOString(),
  });
}

function changed(scope: Scope, ticketId: string, wakeAt: Date | null): void {
  scope.record({ type: 'assistant.changed', ticketId, wakeAt: wakeAt?.toISOString() ?? null });
}

function assertMayDecide(row: ApprovalRow, by: Decider, act: DecideApproval['act']): void {
  if (row.state !== 'waiting') throw new AppError('approval_settled', 'Read it again to see how.');
  if (!isHighEnough(by.role, row.decide_role))
    throw new AppError('permission_denied', `Only a ${row.decide_role} decides on this.`);
  // Who approved first may still think better of it: nothing is sent by that.
  if (act === 'approve' && row.four_eyes && row.first_by === by.memberId)
    throw new AppError(
      'permission_denied',
      'You approved it already: somebody else decides as well.',
    );
}

/** Somebody else was faster, or must decide; everything else is a fault. */
function onlyOnPurpose(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

/** Whether anything was said or done since it was proposed. */
function wentOn(file: CaseFile): boolean {
  const isOld = lastSeqOf(file) > (file.state?.handledSeq ?? 0);
  return isOld || file.humanTouched || ['solved', 'closed'].includes(file.ticket.status);
}
