import type { z } from 'zod';
import type { createWorkspaceSchema, welcomeSchema } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import { addToGroups, insertMember, type Accounts } from '../identity/index.ts';
import { plainBlueprint, type Blueprint } from './blueprint.ts';
import { demoBlueprint, demoPassword } from './demo.ts';
import { standardMacros } from './standard-macros.ts';
import { standardHours } from './standard-hours.ts';
import {
  findDemoMembers,
  findInstallation,
  findSlugs,
  insertRows,
  insertWorkspace,
  isAddressTaken,
  lockInstallation,
  type NewWorkspace,
} from './onboarding.store.ts';

export interface OnboardingDeps extends Core {
  readonly accounts: Accounts;
  /** Whether the wizard stays open after the first workspace. */
  readonly openWorkspaces: boolean;
}

/** How workspaces come to be: by the wizard, or the demo on a first start. */
export function createOnboardingService({
  database,
  clock,
  ids,
  accounts,
  openWorkspaces,
}: OnboardingDeps) {
  /** A stranger who could always make a workspace could invite, and so take, anybody's address. */
  async function mayCreate(): Promise<boolean> {
    const { workspaces, demo } = await findInstallation(database.owner);
    return openWorkspaces || workspaces === (demo ? 1 : 0);
  }

  return {
    /** The demo workspace if this installation has it. */
    async demo() {
      return (await findInstallation(database.owner)).demo ?? null;
    },

    async welcome(): Promise<z.infer<typeof welcomeSchema>> {
      const { demo } = await findInstallation(database.owner);
      return {
        mayCreateWorkspace: await mayCreate(),
        demo: demo
          ? { password: demoPassword, accounts: await findDemoMembers(database.owner, demo.id) }
          : null,
      };
    },

    /** Installs the demo workspace into an empty database; does nothing in any other. */
    async seedDemo(): Promise<void> {
      const { workspaces } = await findInstallation(database.owner);
      if (workspaces === 0) await build(demoBlueprint, true);
    },

    /**
     * Makes a workspace with its first admin. Throws `name_taken` for an address that is in use
     * and `permission_denied` once the wizard is closed.
     */
    async create(answers: z.infer<typeof createWorkspaceSchema>): Promise<void> {
      if (!(await mayCreate())) {
        throw new AppError(
          'permission_denied',
          'This installation has its workspace. Ask its admin for an invitation.',
        );
      }
      if (await isAddressTaken(database.owner, answers.supportAddress)) {
        throw taken('supportAddress', 'Another workspace takes mail for this address.');
      }
      if (await accounts.findByEmail(answers.adminEmail)) {
        throw taken('adminEmail', 'There is an account with this address. Use another one.');
      }
      await build(plainBlueprint(answers), false);
    },
  };

  /** One transaction: a start that is cut short leaves no half a workspace. */
  async function build(blueprint: Blueprint, isDemo: boolean): Promise<void> {
    const users = new Map<string, string>();
    for (const person of blueprint.people) {
      users.set(person.email, (await accounts.ensure(person)).userId);
    }
    await database.asOwner(ids.next(), async (scope) => {
      await lockInstallation(scope);
      if (isDemo && (await findInstallation(scope.db)).workspaces > 0) return;
      await insertWorkspace(scope, await rowOf(scope, blueprint, isDemo));
      await fill(scope, blueprint, users);
    });
  }

  async function rowOf(scope: Scope, blueprint: Blueprint, isDemo: boolean): Promise<NewWorkspace> {
    return {
      id: scope.workspaceId,
      name: blueprint.workspaceName,
      slug: await freeSlug(scope, blueprint.workspaceName),
      widgetKey: `wk_${ids.secret(12)}`,
      identitySecret: ids.secret(32),
      isDemo,
    };
  }

  async function fill(scope: Scope, blueprint: Blueprint, users: ReadonlyMap<string, string>) {
    const groups = idsByName(blueprint.groups);
    const skills = idsByName(blueprint.skills.map((skill) => skill.name));
    await insertRows(scope, 'capacity_rules', [{ id: ids.next(), ...defaultCapacity }]);
    await insertRows(
      scope,
      'groups',
      blueprint.groups.map((name) => ({ id: idOf(groups, name), name })),
    );
    await insertRows(
      scope,
      'skills',
      blueprint.skills.map((skill) => ({ id: idOf(skills, skill.name), ...skill })),
    );
    await insertRows(
      scope,
      'categories',
      blueprint.categories.map((category) => ({ id: ids.next(), ...category })),
    );
    await insertQueues(scope, blueprint, groups);
    await insertMacros(scope);
    await insertHours(scope, blueprint);
    await insertPromises(scope, blueprint);
    await insertRows(scope, 'mailboxes', [
      { id: ids.next(), address: blueprint.supportAddress, name: blueprint.workspaceName },
    ]);
    for (const person of blueprint.people) {
      const id = ids.next();
      const userId = users.get(person.email) ?? '';
      await insertMember(scope, { id, userId, name: person.name, role: person.role });
      await addToGroups(
        scope,
        id,
        person.groups.map((name) => idOf(groups, name)),
      );
      await insertRows(
        scope,
        'agent_skills',
        (person.skills ?? []).map(({ name, level }) => ({
          agent_id: id,
          skill_id: idOf(skills, name),
          level,
        })),
      );
    }
  }

  async function insertHours(scope: Scope, { timeZone }: Blueprint): Promise<void> {
    const id = ids.next();
    const { name, week } = standardHours;
    const hours = JSON.stringify({ timeZone, week, holidays: [], exceptions: [] });
    await insertRows(scope, 'schedules', [{ id, name, hours, is_default: true }]);
    await insertRows(scope, 'schedule_versions', [
      { schedule_id: id, version: 1, name, hours, created_at: clock.now() },
    ]);
  }

  /** They count as having been there always: also tickets that are played into the past run by them. */
  async function insertPromises(scope: Scope, { promises }: Blueprint): Promise<void> {
    for (const [position, { rules, ...promise }] of promises.entries()) {
      const id = ids.next();
      const { name } = promise;
      const text = JSON.stringify(rules);
      await insertRows(scope, 'sla_policies', [{ id, ...promise, position, rules: text }]);
      await insertRows(scope, 'sla_policy_versions', [
        { policy_id: id, version: 1, name, rules: text, created_at: new Date(0) },
      ]);
    }
  }

  async function insertMacros(scope: Scope): Promise<void> {
    const at = clock.now();
    await insertRows(
      scope,
      'macros',
      standardMacros.map(({ chatText, mailHtml, actions, ...macro }) => ({
        ...macro,
        id: ids.next(),
        chat_text: chatText,
        mail_html: mailHtml,
        actions: JSON.stringify(actions),
        created_at: at,
        updated_at: at,
      })),
    );
  }

  async function insertQueues(
    scope: Scope,
    blueprint: Blueprint,
    groups: ReadonlyMap<string, string>,
  ) {
    for (const [position, queue] of blueprint.queues.entries()) {
      const id = ids.next();
      const { name, priority, conditions, isDefault = false } = queue;
      await insertRows(scope, 'queues', [
        {
          id,
          name,
          position,
          priority,
          conditions: JSON.stringify(conditions),
          is_default: isDefault,
        },
      ]);
      await insertRows(
        scope,
        'queue_groups',
        queue.groups.map((group) => ({ queue_id: id, group_id: idOf(groups, group) })),
      );
    }
  }

  function idsByName(names: readonly string[]): Map<string, string> {
    return new Map(names.map((name) => [name, ids.next()]));
  }

  async function freeSlug(scope: Scope, name: string): Promise<string> {
    const stem =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'workspace';
    const known = await findSlugs(scope.db, stem);
    let slug = stem;
    for (let count = 2; known.has(slug); count += 1) slug = `${stem}-${count}`;
    return slug;
  }
}

/** Three chats, or eight mails, or a mixture within twelve units. */
const defaultCapacity = {
  name: 'Standard',
  budget: 12,
  messaging_units: 3,
  messaging_ceiling: 9,
  email_units: 1,
  email_ceiling: 8,
  is_default: true,
};

function idOf(known: ReadonlyMap<string, string>, name: string): string {
  const id = known.get(name);
  if (id === undefined) throw new Error(`The blueprint names "${name}" but does not define it.`);
  return id;
}

function taken(path: string, message: string): AppError {
  return new AppError('name_taken', message, { fields: [{ path, message: 'is in use' }] });
}
