import type { z } from 'zod';
import type {
  createWorkspaceSchema,
  FirstSteps,
  welcomeSchema,
} from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError } from '../../platform/errors.ts';
import type { Accounts } from '../identity/index.ts';
import { plainBlueprint, type Blueprint } from './blueprint.ts';
import { demoBlueprint, demoPassword } from './demo.ts';
import { findFirstSteps } from './first-steps.store.ts';
import { createFurnisher } from './furnish.ts';
import {
  findDemoMembers,
  findInstallation,
  findSlugs,
  insertWorkspace,
  isAddressTaken,
  lockInstallation,
  type NewWorkspace,
} from './onboarding.store.ts';

export interface OnboardingDeps extends Core {
  readonly accounts: Accounts;
  /** Whether the wizard stays open after the first workspace. */
  readonly openWorkspaces: boolean;
  /** Whether a server for outgoing mail is set. */
  readonly sending: boolean;
}

/** How workspaces come to be: by the wizard, or the demo on a first start. */
export function createOnboardingService({
  database,
  clock,
  ids,
  accounts,
  openWorkspaces,
  sending,
}: OnboardingDeps) {
  const furnish = createFurnisher({ clock, ids });

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
      const { workspaces, demo } = await findInstallation(database.owner);
      return {
        empty: workspaces === 0,
        mayCreateWorkspace: await mayCreate(),
        demo: demo
          ? { password: demoPassword, accounts: await findDemoMembers(database.owner, demo.id) }
          : null,
      };
    },

    /** What has been done of that which makes a workspace work. */
    async firstSteps(workspaceId: string): Promise<FirstSteps> {
      return { ...(await database.inWorkspace(workspaceId, findFirstSteps)), sending };
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
      await furnish(scope, blueprint, users);
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
      settings: blueprint.routing ? { routing: blueprint.routing } : {},
    };
  }

  async function freeSlug(scope: Scope, name: string): Promise<string> {
    const stem =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'workspace';
    const known = await findSlugs(scope, stem);
    let slug = stem;
    for (let count = 2; known.has(slug); count += 1) slug = `${stem}-${count}`;
    return slug;
  }
}

function taken(path: string, message: string): AppError {
  return new AppError('name_taken', message, { fields: [{ path, message: 'is in use' }] });
}
