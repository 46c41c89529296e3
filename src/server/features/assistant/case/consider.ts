import type { Scope } from '../../../platform/db/database.ts';
import { createHistorian } from '../../history/index.ts';
import { lockTicket } from '../../tickets/index.ts';
import { withdraw } from '../approvals/withdraw.ts';
import type { CarryOutDeps } from './carry-out.ts';
import { createCarryOut } from './carry-out.ts';
import { findCase, saveCase } from './case.store.ts';
import { lastSeqOf } from './gates.rules.ts';
import { insertTurn, wasSkipped, type TurnToKeep } from './decisions.store.ts';
import { lookAt, type Looked } from './look.ts';
import { createPlanner } from './plan.ts';
import { bareTurn } from './kept-turn.ts';
import { assistant } from './speak.ts';

/** A case that changes faster than it is thought about is looked at again by the next job. */
const mostAttempts = 3;

/**
 * Handler of `assistant.consider`: look, plan, act. The plan is made outside a transaction; the act reads the
 * case again and does nothing where it is no longer the same. Whatever goes wrong, a person takes over.
 */
export function createConsider(deps: CarryOutDeps) {
  const { database, ticks, log } = deps;
  const plan = createPlanner(deps);
  const carryOut = createCarryOut(deps);
  const tell = createHistorian(deps);

  return async (workspaceId: string, ticketId: string): Promise<void> => {
    let looked: Looked | null = null;
    try {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const began = ticks();
        looked = await database.inWorkspace(workspaceId, (scope) => lookAt(deps, scope, ticketId));
        if (looked === null) return await leave(workspaceId, ticketId);
        const before = looked;
        const made = await plan(workspaceId, before);
        const timed = { ...made, latency: { ...made.latency, all: ticks() - began } };
        const done = await database.inWorkspace(workspaceId, (scope) =>
          carryOut(scope, before, timed),
        );
        if (done) return;
      }
      await giveUp(workspaceId, ticketId, looked);
    } catch (error) {
      log.error({ err: error, ticketId }, 'the assistant failed and hands over');
      await fail(workspaceId, ticketId, looked);
    }
  };

  /** Nothing to do here: nobody else must wait for it. */
  function leave(workspaceId: string, ticketId: string): Promise<void> {
    return database.inWorkspace(workspaceId, async (scope) => {
      const one = await findCase(scope, ticketId);
      if (one?.state !== 'approval') await deps.handOver.letGo(scope, ticketId);
    });
  }

  /** Each time it was about to act the case was another: people have it, until something new makes it look again. */
  async function giveUp(
    workspaceId: string,
    ticketId: string,
    looked: Looked | null,
  ): Promise<void> {
    await database.inWorkspace(workspaceId, async (scope) => {
      if (looked === null || !(await lockTicket(scope, ticketId))) return;
      if (!(await wasSkipped(scope, ticketId, 'overtaken'))) {
        await keepBare(scope, looked, { path: 'skip', reason: 'overtaken' });
        await tell(scope, { ticketId, type: 'assistant.overtaken', actor: assistant });
        scope.record({ type: 'assistant.changed', ticketId, wakeAt: null });
      }
    });
    await leave(workspaceId, ticketId);
  }

  async function fail(workspaceId: string, ticketId: string, looked: Looked | null): Promise<void> {
    await database.inWorkspace(workspaceId, async (scope) => {
      if (!(await lockTicket(scope, ticketId))) return;
      await withdraw(scope, ticketId, { at: deps.clock.now(), reason: 'The assistant failed' });
      if (looked !== null) await keepFailure(scope, looked);
      // Where it only notes or drafts, the case is with people already and goes where it would without it.
      if (looked !== null && looked.verdict.autonomy !== 'auto')
        await deps.handOver.letGo(scope, ticketId);
      else
        await deps.handOver.handOver(scope, {
          ticketId,
          reason: 'error',
          detail: '',
          to: looked?.verdict.rule.handOverTo ?? null,
        });
      scope.record({ type: 'assistant.changed', ticketId, wakeAt: null });
    });
  }

  function keepBare(
    scope: Scope,
    { file, verdict, policyVersion }: Looked,
    what: Pick<TurnToKeep, 'path' | 'reason'>,
  ): Promise<void> {
    const made = { id: deps.ids.next(), at: deps.clock.now(), ...what };
    return insertTurn(
      scope,
      bareTurn(file, { ...made, autonomy: verdict.autonomy, policyVersion }),
    );
  }

  async function keepFailure(scope: Scope, looked: Looked): Promise<void> {
    const { file } = looked;
    await keepBare(scope, looked, { path: 'hand_over', reason: 'error' });
    await saveCase(scope, {
      ticketId: file.ticket.id,
      state: 'handed_over',
      handledSeq: lastSeqOf(file),
      turns: (file.state?.turns ?? 0) + 1,
      questionRounds: file.state?.questionRounds ?? 0,
      asked: (file.state?.asked ?? []).map((one) => ({ ...one, options: [...one.options] })),
      waitsUntil: null,
    });
  }
}
