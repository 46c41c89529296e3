import type { FieldProblem } from '../../../contracts/problems.ts';
import {
  triggerRuleSchema,
  type ChangeTrigger,
  type CreateTrigger,
  type DryRunRequest,
  type DryRunResult,
  type Trigger,
  type TriggerRule,
  type TriggerRun,
  type TriggerVersion,
  type TriggerVocabulary,
} from '../../../contracts/triggers.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { createDryRunner } from './dry-run.ts';
import { readLists } from './lists.store.ts';
import { problemsOfReferences } from './rules/references.rules.ts';
import { isTimedRule } from './rules/compile.rules.ts';
import { problemsOfRule } from './rules/validate.rules.ts';
import { describeSave } from './rules/versions.rules.ts';
import { listRuns } from './runs.store.ts';
import {
  countRuns,
  insertTrigger,
  insertVersion,
  listTriggers,
  listVersions,
  lockTriggers,
  markTriggerDeleted,
  placeTriggers,
  updateTrigger,
  type StoredTrigger,
} from './triggers.store.ts';
import { ruleOf, viewOf } from './triggers.view.ts';

/** The member who writes rules. */
export interface TriggerAuthor {
  readonly workspaceId: string;
  readonly memberId: string;
}

export interface TriggerServiceDeps extends Core {
  readonly dryRun: ReturnType<typeof createDryRunner>;
  /** The fields and actions that work in this installation. */
  readonly offered: Pick<TriggerVocabulary, 'fields' | 'actions'>;
}

export type TriggerService = ReturnType<typeof createTriggerService>;

const dayMs = 86_400_000;

/** Rules: written, ordered, tried and looked at. Every saved state is kept. */
export function createTriggerService(deps: TriggerServiceDeps) {
  const { database, clock, ids, offered } = deps;

  return {
    list: (workspaceId: string): Promise<Trigger[]> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const runs = await countRuns(scope, new Date(clock.now().getTime() - dayMs));
        return (await listTriggers(scope)).map((trigger) => viewOf(trigger, runs.get(trigger.id)));
      }),

    vocabulary: (workspaceId: string): Promise<TriggerVocabulary> =>
      database.inWorkspace(workspaceId, async (scope) => ({
        ...offered,
        lists: await readLists(scope),
      })),

    /** Saves a new rule, after all others. Throws `request_invalid` naming every wrong field. */
    async create(author: TriggerAuthor, wanted: CreateTrigger): Promise<Trigger> {
      const { enabled, ...rule } = wanted;
      return database.inWorkspace(author.workspaceId, async (scope) => {
        await assertSound(scope, rule);
        const id = ids.next();
        const at = clock.now();
        const trigger = { id, rule, enabled, timed: isTimedRule(rule), version: 1, at };
        await insertTrigger(scope, { ...trigger, enabledAt: enabled ? at : null });
        await keep(scope, author, { ...trigger, change: 'Made it' });
        return read(scope, id);
      });
    },

    /** Changes a rule. Throws `version_conflict` when somebody saved it since it was read. */
    async change(author: TriggerAuthor, id: string, wanted: ChangeTrigger): Promise<Trigger> {
      const { enabled, version, ...parts } = wanted;
      return database.inWorkspace(author.workspaceId, async (scope) => {
        const before = await getLocked(scope, id);
        if (version !== undefined && version !== before.version)
          throw new AppError('version_conflict', 'Read it again and repeat your change.');
        const given = Object.entries(parts).filter(([, value]) => value !== undefined);
        const rule: TriggerRule = { ...ruleOf(before), ...Object.fromEntries(given) };
        return save(scope, author, before, { rule, enabled: enabled ?? before.enabled });
      });
    },

    /** Puts a saved state back, as a new one; whether it is on stays as it is. */
    async restore(author: TriggerAuthor, id: string, version: number): Promise<Trigger> {
      return database.inWorkspace(author.workspaceId, async (scope) => {
        const before = await getLocked(scope, id);
        const found = (await listVersions(scope, id)).find((one) => one.version === version);
        if (!found) throw notFound('version');
        const rule = triggerRuleSchema.parse(found.rule);
        const change = `Put version ${version} back`;
        return save(scope, author, before, { rule, enabled: before.enabled, change });
      });
    },

    /** Deletes a rule; its versions and runs stay. */
    async remove(author: TriggerAuthor, id: string): Promise<void> {
      await database.inWorkspace(author.workspaceId, async (scope) => {
        const before = await getLocked(scope, id);
        const at = clock.now();
        await markTriggerDeleted(scope, id, at);
        await keep(scope, author, {
          id,
          rule: ruleOf(before),
          enabled: false,
          version: before.version + 1,
          at,
          change: 'Deleted it',
        });
      });
    },

    /** Puts the rules into a new order. Throws `request_invalid` unless every rule is named once. */
    async order(workspaceId: string, wanted: readonly string[]): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        await lockTriggers(scope);
        const known = (await listTriggers(scope)).map(({ id }) => id);
        const same = known.length === wanted.length && new Set(wanted).size === wanted.length;
        if (!same || !wanted.every((id) => known.includes(id)))
          throw new AppError('request_invalid', 'Somebody added or removed a rule. Look again.', {
            fields: [{ path: 'ids', message: 'must name every rule once' }],
          });
        await placeTriggers(scope, wanted);
        scope.record({ type: 'triggers.changed', workspaceId });
      });
    },

    versions: (workspaceId: string, id: string): Promise<TriggerVersion[]> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await get(scope, id);
        return (await listVersions(scope, id)).map((row) => ({
          version: row.version,
          at: row.at.toISOString(),
          by: row.member_id === null ? null : { id: row.member_id, name: row.name ?? 'Somebody' },
          change: row.change,
          rule: row.rule,
          enabled: row.enabled,
        }));
      }),

    runs: (workspaceId: string, id: string): Promise<TriggerRun[]> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await get(scope, id);
        return (await listRuns(scope, id, 50)).map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          ticket: { id: row.ticket_id, number: row.number, subject: row.subject },
          because: row.because,
          done: row.done,
          failed: row.failed,
        }));
      }),

    /** What a rule would do, without doing it. Throws `request_invalid` as saving does. */
    dryRun: (workspaceId: string, request: DryRunRequest): Promise<DryRunResult> =>
      database.inWorkspace(workspaceId, async (scope) => {
        await assertSound(scope, request.rule);
        return deps.dryRun(scope, request);
      }),
  };

  async function save(
    scope: Scope,
    author: TriggerAuthor,
    before: StoredTrigger,
    next: { rule: TriggerRule; enabled: boolean; change?: string },
  ): Promise<Trigger> {
    const { rule, enabled } = next;
    const change = next.change ?? describeSave(before, { ...rule, enabled });
    if (change === null) return read(scope, before.id);
    await assertSound(scope, rule);
    const at = clock.now();
    const timed = isTimedRule(rule);
    // A rule that begins to ask about time counts from now, as one that is switched on does.
    const stays = before.enabled && before.timed === timed;
    const enabledAt = enabled ? (stays ? before.enabledAt : at) : null;
    const saved = { id: before.id, rule, timed, enabled, version: before.version + 1, at };
    await updateTrigger(scope, { ...saved, enabledAt });
    await keep(scope, author, { ...saved, change });
    return read(scope, before.id);
  }

  async function keep(
    scope: Scope,
    author: TriggerAuthor,
    state: {
      id: string;
      rule: TriggerRule;
      enabled: boolean;
      version: number;
      at: Date;
      change: string;
    },
  ): Promise<void> {
    const { id: triggerId, rule, enabled, version, at, change } = state;
    const { memberId } = author;
    await insertVersion(scope, { triggerId, version, rule, enabled, change, memberId, at });
    scope.record({ type: 'triggers.changed', workspaceId: scope.workspaceId });
  }

  async function assertSound(scope: Scope, rule: TriggerRule): Promise<void> {
    const problems: FieldProblem[] = [
      ...problemsOfRule(rule),
      ...problemsOfReferences(rule, await readLists(scope), offered),
    ];
    const [first] = problems;
    if (first === undefined) return;
    throw new AppError('request_invalid', `Check ${first.path}: it ${first.message}.`, {
      fields: problems,
    });
  }

  async function getLocked(scope: Scope, id: string): Promise<StoredTrigger> {
    await lockTriggers(scope);
    return get(scope, id);
  }

  async function read(scope: Scope, id: string): Promise<Trigger> {
    const runs = await countRuns(scope, new Date(clock.now().getTime() - dayMs));
    return viewOf(await get(scope, id), runs.get(id));
  }
}

async function get(scope: Scope, id: string): Promise<StoredTrigger> {
  const [trigger] = await listTriggers(scope, { id });
  if (!trigger) throw notFound('rule');
  return trigger;
}
