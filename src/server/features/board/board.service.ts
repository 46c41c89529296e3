import {
  isSurging,
  type Board,
  type BoardEscalation,
  type BoardWorkQuery,
  type Guardrails,
  type SetSurge,
  type Surge,
} from '../../../contracts/board.ts';
import type { Agent } from '../../../contracts/people.ts';
import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { assertKnown } from '../team/index.ts';
import { earliest, flowMs, isAtWork } from './board.rules.ts';
import {
  listAgentWork,
  listFlows,
  listQueueFigures,
  saveBoardSettings,
  setCapacityRule,
} from './board.store.ts';
import { agentOf, escalationOf, queueOf, workOf } from './board.view.ts';
import { listEscalations } from './escalations.store.ts';
import { countBoardWork, countLists, listBoardWork, type NeedAt } from './work.store.ts';

export interface BoardDeps extends Pick<Core, 'database' | 'clock'> {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
  readonly listAgents: (workspaceId: string) => Promise<Agent[]>;
}

export type BoardService = ReturnType<typeof createBoardService>;

/** Pieces of work that are named beside each agent. */
const namedWork = 3;
/** How far back escalations are shown, and how many of them. */
const escalationsMs = 7 * 86_400_000;
const escalationsShown = 300;

/** The operations board: what is going on now, and the switches of supervisors. */
export function createBoardService({ database, clock, settingsOf, listAgents }: BoardDeps) {
  return {
    /** Queues, agents and totals at this moment: six statements, however much work there is. */
    async read(workspaceId: string): Promise<Board> {
      const agents = await listAgents(workspaceId);
      return database.inWorkspace(workspaceId, async (scope) => {
        const now = clock.now();
        const settings = await settingsOf(scope);
        const figures = await listQueueFigures(scope);
        const flows = await listFlows(scope, new Date(now.getTime() - flowMs), now);
        const counts = await countLists(scope, needAt(settings, now));
        const work = new Map((await listAgentWork(scope, namedWork)).map((one) => [one.id, one]));
        const sum = (of: (one: (typeof figures)[number]) => number) =>
          figures.reduce((total, one) => total + of(one), 0);
        return {
          serverTime: now.toISOString(),
          surge: surgeAt(settings.surge, now),
          guardrails: settings.guardrails,
          totals: {
            waiting: sum((one) => one.waiting),
            oldestAt: earliest(figures.map((one) => one.oldest_at))?.toISOString() ?? null,
            atRisk: sum((one) => one.at_risk),
            breached: sum((one) => one.breached),
            afterChat: counts.after_chat,
            reassign: counts.reassign,
            agentsOnline: agents.filter(isAtWork).length,
          },
          queues: figures.map((row) => queueOf(row, flows, agents)),
          agents: agents.map((agent) => agentOf(agent, work.get(agent.id))),
        };
      });
    },

    /** The first rows of a list of work, and how many there are. */
    async work(workspaceId: string, query: BoardWorkQuery) {
      return database.inWorkspace(workspaceId, async (scope) => {
        const at = needAt(await settingsOf(scope), clock.now());
        const rows = await listBoardWork(scope, query, at);
        const total =
          rows.length < query.limit ? rows.length : await countBoardWork(scope, query, at);
        return { items: rows.map(workOf), total };
      });
    },

    /** For whom a person was called lately, and who came. */
    async escalations(workspaceId: string): Promise<BoardEscalation[]> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const since = new Date(clock.now().getTime() - escalationsMs);
        return (await listEscalations(scope, { since, limit: escalationsShown })).map(escalationOf);
      });
    },

    /** Says that far more comes in than usual, for a time or until it is taken back. */
    async setSurge(workspaceId: string, { on, minutes }: SetSurge): Promise<Surge> {
      return database.inWorkspace(workspaceId, async (scope) => {
        const until =
          on && minutes !== null
            ? new Date(clock.now().getTime() + minutes * 60_000).toISOString()
            : null;
        const surge = { on, until };
        await saveBoardSettings(scope, { surge });
        scope.record({ type: 'settings.changed', workspaceId });
        return surge;
      });
    },

    async saveGuardrails(workspaceId: string, guardrails: Guardrails): Promise<Guardrails> {
      return database.inWorkspace(workspaceId, async (scope) => {
        await saveBoardSettings(scope, { guardrails });
        scope.record({ type: 'settings.changed', workspaceId });
        return guardrails;
      });
    },

    /** Gives an agent a capacity rule of their own; null gives back that of their group or the default. */
    async setCapacityRule(workspaceId: string, agentId: string, ruleId: string | null) {
      await database.inWorkspace(workspaceId, async (scope) => {
        await assertKnown(scope, [{ kind: 'capacity_rules', path: 'capacityRuleId', id: ruleId }]);
        if (!(await setCapacityRule(scope, agentId, ruleId))) throw notFound('agent');
        scope.record({ type: 'agent.changed', agentId });
      });
    },
  };
}

function needAt(settings: WorkspaceSettings, now: Date): NeedAt {
  const heartbeatTimeoutMs = settings.presence.heartbeatTimeoutSeconds * 1_000;
  return { ...settings.guardrails, now, heartbeatTimeoutMs };
}

/** The surge as it counts now: one whose time is over is off. */
function surgeAt(surge: Surge, now: Date): Surge {
  return isSurging(surge, now.getTime()) ? surge : { on: false, until: null };
}
