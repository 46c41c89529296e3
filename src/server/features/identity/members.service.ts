import type { Role } from '../../../contracts/permissions.ts';
import type { Core } from '../../platform/core.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { findWorkspace } from '../workspaces/index.ts';
import type { Accounts } from './accounts.ts';
import {
  addToGroups,
  findMember,
  insertMember,
  listMembers,
  type MemberRow,
} from './identity.store.ts';
import {
  invitationLifetimeMs,
  readInvitation,
  signInvitation,
  type Invitation,
} from './invitations.rules.ts';

export interface MemberDeps extends Core {
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
}: MemberDeps) {
  async function openInvitation(token: string): Promise<Invitation> {
    const invitation = readInvitation(token, secret, clock.now());
    if (!invitation) throw notFound('invitation');
    return invitation;
  }

  return {
    list: (workspaceId: string): Promise<MemberRow[]> =>
      database.inWorkspace(workspaceId, listMembers),

    /** Adds a colleague. Whoever has an account already signs in with it; others get a link. */
    async add(
      workspaceId: string,
      person: { name: string; email: string; role: Role; groupIds: readonly string[] },
    ): Promise<{ id: string; invitationUrl: string }> {
      const { userId } = await accounts.ensure({ ...person, password: null });
      const id = ids.next();
      await database.inWorkspace(workspaceId, async (scope) => {
        const members = await listMembers(scope);
        if (members.some((member) => member.email === person.email)) {
          throw new AppError('name_taken', `${person.email} is a member already.`, {
            fields: [{ path: 'email', message: 'is a member already' }],
          });
        }
        await insertMember(scope, { id, userId, name: person.name, role: person.role });
        await addToGroups(scope, id, person.groupIds);
        scope.record({ type: 'agent.changed', agentId: id });
      });
      const expiresAt = clock.now().getTime() + invitationLifetimeMs;
      const token = signInvitation({ userId, workspaceId, memberId: id, expiresAt }, secret);
      return { id, invitationUrl: `${deskUrl()}/invitation/${token}` };
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
