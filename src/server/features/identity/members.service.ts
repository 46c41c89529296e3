import type { Actor } from '../../../contracts/common.ts';
import type { ChangeMember } from '../../../contracts/people.ts';
import type { Role } from '../../../contracts/permissions.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { findWorkspace } from '../workspaces/index.ts';
import type { Accounts } from './accounts.ts';
import {
  addToGroups,
  findMember,
  insertMember,
  listMembers,
  listTicketsHeldBy,
  lockAdmins,
  readmitMember,
  sendAway,
  updateMember,
  type MemberRow,
} from './identity.store.ts';
import {
  invitationLifetimeMs,
  readInvitation,
  signInvitation,
  type Invitation,
} from './invitations.rules.ts';

export interface MemberDeps extends Core {
  /** Puts work back into its queue. */
  readonly giveBack: (scope: Scope, ticketId: string, actor: Actor) => Promise<void>;
  readonly accounts: Accounts;
  readonly secret: string;
  readonly deskUrl: () => string;
}

export type MemberService = ReturnType<typeof createMemberService>;

/** Who belongs to a workspace, and how colleagues join. */
export function createMemberService({
  database,
  clock,
  ids,
  accounts,
  secret,
  deskUrl,
  giveBack,
}: MemberDeps) {
  async function openInvitation(token: string): Promise<Invitation> {
    const invitation = readInvitation(token, secret, clock.now());
    if (!invitation) throw notFound('invitation');
    return invitation;
  }

  function linkFor(invited: Omit<Invitation, 'expiresAt'>): string {
    const expiresAt = clock.now().getTime() + invitationLifetimeMs;
    return `${deskUrl()}/invitation/${signInvitation({ ...invited, expiresAt }, secret)}`;
  }

  async function assertNotLastAdmin(scope: Scope, id: string): Promise<void> {
    const admins = await lockAdmins(scope);
    if (admins.includes(id) && admins.length === 1) {
      throw new AppError('in_use', 'A workspace needs an admin. Make somebody else one first.');
    }
  }

  return {
    list: (workspaceId: string): Promise<MemberRow[]> =>
      database.inWorkspace(workspaceId, listMembers),

    /**
     * Adds a colleague, or one who was removed again. Whoever has an account already signs in with it; others
     * get a link. Throws `name_taken` for members.
     */
    async add(
      workspaceId: string,
      person: { name: string; email: string; role: Role; groupIds: readonly string[] },
    ): Promise<{ id: string; invitationUrl: string }> {
      const { email, name, role } = person;
      const { userId } = await accounts.ensure({ ...person, password: null });
      const member = { id: ids.next(), userId, name, role };
      const id = await tellingViolations({ what: 'member', name: email, path: 'email' }, () =>
        database.inWorkspace(workspaceId, async (scope) => {
          const known = await readmitMember(scope, member);
          if (known === undefined) await insertMember(scope, member);
          const agentId = known ?? member.id;
          await addToGroups(scope, agentId, [...new Set(person.groupIds)]);
          scope.record({ type: 'agent.changed', agentId });
          return agentId;
        }),
      );
      return { id, invitationUrl: linkFor({ userId, workspaceId, memberId: id }) };
    },

    /** Changes name or role. Throws `in_use` where it would leave the workspace without an admin. */
    async change(workspaceId: string, id: string, change: ChangeMember): Promise<MemberRow[]> {
      return database.inWorkspace(workspaceId, async (scope) => {
        if (change.role !== undefined && change.role !== 'admin')
          await assertNotLastAdmin(scope, id);
        const given = Object.entries(change).filter(([, value]) => value !== undefined);
        if (given.length > 0) await updateMember(scope, id, Object.fromEntries(given));
        // Also where nothing is to change: the id may be of another workspace.
        const members = await listMembers(scope);
        if (!members.some((member) => member.id === id)) throw notFound('member');
        scope.record({ type: 'agent.changed', agentId: id });
        return members;
      });
    },

    /**
     * Ends a membership: what the colleague had in hand goes back to its queues, what they wrote stays.
     * Open desks of theirs are closed within seconds.
     */
    async remove(workspaceId: string, id: string, by: string): Promise<void> {
      if (id === by) throw new AppError('in_use', 'Ask another admin to remove you.');
      await database.inWorkspace(workspaceId, async (scope) => {
        await assertNotLastAdmin(scope, id);
        const actor = { kind: 'agent' as const, id: by };
        for (const ticketId of await listTicketsHeldBy(scope, id)) {
          await giveBack(scope, ticketId, actor);
        }
        await sendAway(scope, id, clock.now());
        if (!(await updateMember(scope, id, { deactivated_at: clock.now() })))
          throw notFound('member');
        scope.record({ type: 'agent.changed', agentId: id });
      });
    },

    /** A new link for a colleague who has not chosen a password yet. Throws `in_use` for others. */
    async inviteAgain(workspaceId: string, id: string): Promise<string> {
      const member = await database.inWorkspace(workspaceId, (scope) => findMember(scope, id));
      if (!member) throw notFound('member');
      if (await accounts.hasPassword(member.user_id)) {
        throw new AppError('in_use', 'This colleague has chosen a password already.');
      }
      return linkFor({ userId: member.user_id, workspaceId, memberId: id });
    },

    /** What an invitation is for. Throws `not_found` when it is over or used. */
    async invitation(
      token: string,
    ): Promise<{ name: string; email: string; workspaceName: string }> {
      const { workspaceId, memberId } = await openInvitation(token);
      return database.inWorkspace(workspaceId, async (scope) => {
        const member = (await listMembers(scope)).find((one) => one.id === memberId);
        if (!member || (await accounts.findByEmail(member.email))?.hasPassword)
          throw notFound('invitation');
        const { name: workspaceName } = await findWorkspace(scope);
        return { name: member.name, email: member.email, workspaceName };
      });
    },

    /** Sets the first password of an invited colleague; the link works once. */
    async accept(token: string, password: string): Promise<void> {
      const { workspaceId, memberId, userId } = await openInvitation(token);
      const member = await database.inWorkspace(workspaceId, (scope) =>
        findMember(scope, memberId),
      );
      if (!member || !(await accounts.setFirstPassword(userId, password)))
        throw notFound('invitation');
    },
  };
}
