import type { FieldProblem } from '../../../contracts/problems.ts';
import type { SaveAgentSetup, SaveGroup, SaveQueue } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import {
  findSameName,
  listKnownCategories,
  listKnownIds,
  referenceKinds,
  type NamedTable,
  type ReferenceKind,
} from './references.store.ts';

/** An id that a field names; null: none. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly path: string;
  readonly id: string | null;
}

/** Throws `request_invalid` with each field that names something which is not there (any more). */
export async function assertKnown(scope: Scope, references: readonly Reference[]): Promise<void> {
  const problems: FieldProblem[] = [];
  for (const kind of Object.keys(referenceKinds) as ReferenceKind[]) {
    const asked = references.filter((one) => one.kind === kind);
    const known = await listKnownIds(
      scope,
      kind,
      asked.flatMap(({ id }) => id ?? []),
    );
    const message = `names no ${referenceKinds[kind]} of this workspace; read the list again and choose from it`;
    for (const { id, path } of asked) {
      if (id !== null && !known.has(id)) problems.push({ path, message });
    }
  }
  refuse(problems);
}

/**
 * Throws `request_invalid` with each name that no category has. What was named before may stay: tickets keep the
 * word of a category that is deleted.
 */
export async function assertKnownCategories(
  scope: Scope,
  { path, names, before }: { path: string; names: readonly string[]; before: readonly string[] },
): Promise<void> {
  const known = new Set([...before, ...(await listKnownCategories(scope, names))]);
  const message = 'names no category of this workspace; read the list again and choose from it';
  refuse(
    names.flatMap((name, at) => (known.has(name) ? [] : [{ path: `${path}.${at}`, message }])),
  );
}

function refuse(problems: FieldProblem[]): void {
  const [first] = problems;
  if (!first) return;
  throw new AppError('request_invalid', `${first.path} ${first.message}.`, { fields: problems });
}

/** Throws `name_taken` where something else has the name, but for capitals. */
export async function assertFreeName(
  scope: Scope,
  table: NamedTable,
  { what, ...thing }: { what: string; id: string | null; name: string },
): Promise<void> {
  const taken = await findSameName(scope, table, thing);
  if (taken === undefined) return;
  throw new AppError('name_taken', `There is a ${what} “${taken}” already.`, {
    fields: [{ path: 'name', message: 'is taken' }],
  });
}

/** What a queue names: its groups, those of its ladder and of its conditions. */
export function referencesOfQueue(queue: SaveQueue): Reference[] {
  return [
    ...each('groups', 'groupIds', queue.groupIds),
    ...each('groups', 'secondaryGroupIds', queue.secondaryGroupIds),
    ...each('groups', 'conditions.groupIds', queue.conditions.groupIds ?? []),
    ...queue.ladder.flatMap(({ addGroupIds }, at) =>
      each('groups', `ladder.${at}.addGroupIds`, addGroupIds),
    ),
  ];
}

/** What a group names: its members and their capacity rule. */
export function referencesOfGroup(group: SaveGroup): Reference[] {
  return [
    ...each('agents', 'memberIds', group.memberIds),
    { kind: 'capacity_rules', path: 'capacityRuleId', id: group.capacityRuleId },
  ];
}

/** What the set-up of an agent names. */
export function referencesOfAgent(setup: SaveAgentSetup): Reference[] {
  return [
    ...each('groups', 'groupIds', setup.groupIds),
    ...setup.skills.map(({ id }, at): Reference => ({
      kind: 'skills',
      path: `skills.${at}.id`,
      id,
    })),
    { kind: 'capacity_rules', path: 'capacityRuleId', id: setup.capacityRuleId },
    { kind: 'schedules', path: 'shiftScheduleId', id: setup.shiftScheduleId },
  ];
}

/** Queues of an order, by their places in it. */
export function referencesOfOrder(ids: readonly string[]): Reference[] {
  return each('queues', 'ids', ids);
}

function each(kind: ReferenceKind, path: string, ids: readonly string[]): Reference[] {
  return ids.map((id, at) => ({ kind, path: `${path}.${at}`, id }));
}
