/** A plan made again step by step, to explain it: who was open at each decision, kept up to date instead of counted anew. */
import { mayOffer, type Choice, type Field } from './field.rules.ts';
import { groupOf, laneExclusionOf, type Lane } from './lanes.rules.ts';
import { hasTurn } from './mail.rules.ts';
import type { PlanItem } from './snapshot.rules.ts';
import { shortageOf, take, workersOf, type Worker } from './workers.rules.ts';

interface LaneView {
  /** Workers of its queue, first hand or not. */
  readonly serving: readonly Worker[];
  /** Those who may have its work and have room for it now, whatever they let go before. */
  readonly open: Set<Worker>;
}

export type Replay = ReturnType<typeof createReplay>;

/** Begins before the first decision. With thousands of agents counting them for each decision took 4 ms. */
export function createReplay(planned: Field) {
  const workers = workersOf(planned.workers.map(({ agent }) => agent));
  const field: Field = { ...planned, workers, choices: [] };
  const byId = new Map(workers.map((worker) => [worker.agent.id, worker]));
  const views = new Map<Lane, LaneView>();

  function viewOf(lane: Lane): LaneView {
    const known = views.get(lane);
    if (known) return known;
    const serving = workers.filter((worker) => groupOf(lane, worker) !== null);
    const open = serving.filter(
      (worker) => laneExclusionOf(lane, worker) === null && hasRoom(field, lane, worker),
    );
    const view = { serving, open: new Set(open) };
    views.set(lane, view);
    return view;
  }

  return {
    field,
    workerOf: (agentId: string) => byId.get(agentId),
    servingOf: (lane: Lane) => viewOf(lane).serving,

    /** How many could have this piece now. */
    countOpen({ item, lane }: { item: PlanItem; lane: Lane }): number {
      const { open } = viewOf(lane);
      const refused = [...item.refusals.keys()].filter((agentId) => {
        const worker = byId.get(agentId);
        return worker && open.has(worker) && !mayOffer(item, worker, field.now);
      });
      return open.size - refused.length;
    },

    /** Takes the next step: room is only ever used up. */
    repeat({ worker: { agent }, lane: { kind } }: Choice): void {
      const worker = byId.get(agent.id);
      if (!worker) return;
      take(worker, kind.workClass, kind.id);
      for (const [lane, { open }] of views) {
        if (open.has(worker) && !hasRoom(field, lane, worker)) open.delete(worker);
      }
    },
  };
}

function hasRoom(field: Field, lane: Lane, worker: Worker): boolean {
  const { workClass, id } = lane.kind;
  if (shortageOf(worker, workClass, id) !== null) return false;
  return workClass !== 'email' || hasTurn(field, lane, worker);
}
