import type { Actor } from '../../../../contracts/common.ts';
import { categoryPolicyOf } from '../../../../contracts/assistant.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { createHistorian } from '../../history/index.ts';
import { lockTicket } from '../../tickets/index.ts';
import { withdraw } from '../approvals/withdraw.ts';
import type { AssistantDeps } from '../case/case.deps.ts';
import { markCase, readCaseFile, saveOutcome } from '../case/case.store.ts';
import type { CaseFile } from '../case/case.types.ts';
import { insertTurn, listTurns, type TurnRow } from '../case/decisions.store.ts';
import type { HandOver } from '../case/hand-over.ts';
import { bareTurn } from '../case/kept-turn.ts';
import { policyOf } from '../policy/policy.store.ts';
import type { FeedbackPlace, Verdict } from './links.ts';

/** What a page about an answer shows. */
export interface FeedbackPage {
  readonly workspace: string;
  readonly subject: string;
  /** `open`: the button is there. `done`: it was said. `over`: people have it, or it is closed. */
  readonly state: 'open' | 'done' | 'over';
}

export type FeedbackService = ReturnType<typeof createFeedbackService>;

/** What customers say with one click: it helped, or a person shall look. */
export function createFeedbackService(deps: AssistantDeps & { readonly handOver: HandOver }) {
  const { database, clock, ids, change } = deps;
  const tell = createHistorian(deps);

  async function find(scope: Scope, { decisionId }: FeedbackPlace) {
    const [turn] = await listTurns(scope, { id: decisionId, limit: 1 });
    const file = turn && (await readCaseFile(scope, turn.ticket_id, clock.now()));
    return turn && file ? { turn, file } : null;
  }

  async function page(scope: Scope, place: FeedbackPlace): Promise<FeedbackPage | null> {
    const found = await find(scope, place);
    if (found === null) return null;
    const { name: workspace } = await deps.findWorkspace(scope);
    const { subject } = found.file.ticket;
    return { workspace, subject, state: stateOf(found.file, place.verdict) };
  }

  async function helped(scope: Scope, file: CaseFile): Promise<void> {
    const ticketId = file.ticket.id;
    await markCase(scope, ticketId, { state: 'resolved', waitsUntil: null, spoke: false });
    await change(scope, ticketId, { status: 'solved' }, customerOf(file));
    await saveOutcome(scope, ticketId, { outcome: 'confirmed', at: clock.now() });
    await tell(scope, { ticketId, type: 'assistant.confirmed', actor: customerOf(file) });
  }

  async function notHelped(scope: Scope, file: CaseFile): Promise<void> {
    const ticketId = file.ticket.id;
    const actor = customerOf(file);
    if (file.state?.state === 'resolved')
      await saveOutcome(scope, ticketId, { outcome: 'reopened', at: clock.now() });
    await markCase(scope, ticketId, { state: 'handed_over', waitsUntil: null, spoke: false });
    await change(scope, ticketId, { status: 'open' }, actor);
    const { policy } = await policyOf(scope);
    const { handOverTo: to } = categoryPolicyOf(policy, file.ticket.category);
    await deps.handOver.handOver(scope, { ticketId, reason: 'not_helped', detail: '', to, actor });
  }

  async function keep(
    scope: Scope,
    file: CaseFile,
    { turn, verdict }: { turn: TurnRow; verdict: Verdict },
  ) {
    const { version } = await policyOf(scope);
    await insertTurn(
      scope,
      bareTurn(file, {
        id: ids.next(),
        at: clock.now(),
        autonomy: turn.autonomy,
        policyVersion: version,
        ...(verdict === 'helped'
          ? { path: 'close', reason: 'confirmed' }
          : { path: 'hand_over', reason: 'not_helped' }),
      }),
    );
  }

  return {
    /** What a link shows; null where it leads nowhere any more. Changes nothing. */
    show: (place: FeedbackPlace): Promise<FeedbackPage | null> =>
      database.inWorkspace(place.workspaceId, (scope) => page(scope, place)),

    /** Takes a click. The same one again, and one that comes too late, changes nothing. */
    take: (place: FeedbackPlace): Promise<FeedbackPage | null> =>
      database.inWorkspace(place.workspaceId, async (scope) => {
        const before = await find(scope, place);
        if (before === null) return null;
        await lockTicket(scope, before.file.ticket.id);
        const found = await find(scope, place);
        if (found === null) return null;
        const { file, turn } = found;
        if (stateOf(file, place.verdict) === 'open') {
          await withdraw(scope, file.ticket.id, {
            at: clock.now(),
            reason: 'The customer clicked',
          });
          await keep(scope, file, { turn, verdict: place.verdict });
          await (place.verdict === 'helped' ? helped : notHelped)(scope, file);
          scope.record({ type: 'assistant.changed', ticketId: file.ticket.id, wakeAt: null });
        }
        return page(scope, place);
      }),
  };
}

/** A person can be asked for while no person has it, also after it was solved; solved is said once. */
function stateOf(
  { ticket, state, humanTouched }: CaseFile,
  verdict: Verdict,
): FeedbackPage['state'] {
  if (state === null || ticket.status === 'closed') return 'over';
  if (state.state === 'handed_over' || (humanTouched && state.state !== 'resolved'))
    return verdict === 'not_helped' ? 'done' : 'over';
  if (state.state === 'resolved') return verdict === 'helped' ? 'done' : 'open';
  return 'open';
}

function customerOf({ ticket }: CaseFile): Actor {
  return { kind: 'customer', id: ticket.customerId };
}
