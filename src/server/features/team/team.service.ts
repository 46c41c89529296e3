import type {
  AgentSetup,
  CapacityRuleSettings,
  CustomStatus,
  SaveAgentSetup,
  SaveCapacityRule,
  SaveGroup,
  SaveSkill,
  SaveStatus,
  Skill,
  TeamGroup,
} from '../../../contracts/team.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { listAgentSetups, saveAgentSetup } from './agent-setup.store.ts';
import {
  deleteCapacityRule,
  insertCapacityRule,
  isDefaultRule,
  listCapacityRules,
  updateCapacityRule,
} from './capacity-rules.store.ts';
import {
  deleteGroup,
  insertGroup,
  listQueuesNaming,
  listQueuesServedOnlyBy,
  listTeamGroups,
  setGroupMembers,
  updateGroup,
} from './groups.store.ts';
import { deleteSkill, insertSkill, listSkills, updateSkill } from './skills.store.ts';
import { assertFreeName, assertKnown, referencesOfAgent, referencesOfGroup } from './references.ts';
import { nearestStatus } from './statuses.rules.ts';
import { deleteStatus, insertStatus, listStatuses, updateStatus } from './statuses.store.ts';

export type TeamService = ReturnType<typeof createTeamService>;

/** Who can take what: groups, skills, capacity rules and statuses. Every change is a new plan. */
export function createTeamService({ database, ids }: Pick<Core, 'database' | 'ids'>) {
  /** Makes a change in one transaction and says that supply may be different. */
  const change = <Value>(workspaceId: string, act: (scope: Scope) => Promise<Value>) =>
    database.inWorkspace(workspaceId, async (scope) => {
      const value = await act(scope);
      scope.record({ type: 'team.changed', workspaceId });
      return value;
    });

  return {
    skills: (workspaceId: string): Promise<Skill[]> =>
      database.inWorkspace(workspaceId, listSkills),
    capacityRules: (workspaceId: string): Promise<CapacityRuleSettings[]> =>
      database.inWorkspace(workspaceId, listCapacityRules),
    groups: (workspaceId: string): Promise<TeamGroup[]> =>
      database.inWorkspace(workspaceId, listTeamGroups),
    statuses: (workspaceId: string): Promise<CustomStatus[]> =>
      database.inWorkspace(workspaceId, listStatuses),
    agents: (workspaceId: string): Promise<AgentSetup[]> =>
      database.inWorkspace(workspaceId, listAgentSetups),

    /** Adds a skill, or changes the one of that id. Throws `name_taken`. */
    saveSkill: (workspaceId: string, id: string | null, skill: SaveSkill): Promise<void> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'skill', name: skill.name }, async () => {
          await assertFreeName(scope, 'skills', { what: 'skill', id, name: skill.name });
          if (id === null) return insertSkill(scope, ids.next(), skill);
          if (!(await updateSkill(scope, id, skill))) throw notFound('skill');
        }),
      ),
    deleteSkill: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (!(await deleteSkill(scope, id))) throw notFound('skill');
      }),

    /** Adds a capacity rule, or changes the one of that id. */
    saveCapacityRule: (
      workspaceId: string,
      id: string | null,
      rule: SaveCapacityRule,
    ): Promise<void> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'capacity rule', name: rule.name }, async () => {
          await assertFreeName(scope, 'capacity_rules', {
            what: 'capacity rule',
            id,
            name: rule.name,
          });
          if (id === null) return insertCapacityRule(scope, ids.next(), rule);
          if (!(await updateCapacityRule(scope, id, rule))) throw notFound('capacity rule');
        }),
      ),
    /** Throws `in_use` for the default rule: there is always one. */
    deleteCapacityRule: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (await isDefaultRule(scope, id)) {
          throw new AppError(
            'in_use',
            'It counts for everybody who has no other, so it stays. Change its figures instead.',
          );
        }
        if (!(await deleteCapacityRule(scope, id))) throw notFound('capacity rule');
      }),

    /** Adds a group with its members, or changes the one of that id. Throws `name_taken`. */
    saveGroup: (workspaceId: string, id: string | null, group: SaveGroup): Promise<void> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'group', name: group.name }, async () => {
          await assertFreeName(scope, 'groups', { what: 'group', id, name: group.name });
          await assertKnown(scope, referencesOfGroup(group));
          const groupId = id ?? ids.next();
          if (id === null) await insertGroup(scope, groupId, group);
          else if (!(await updateGroup(scope, id, group))) throw notFound('group');
          await setGroupMembers(scope, groupId, group.memberIds);
        }),
      ),
    /**
     * Refuses while a queue has nobody else, whose work would be nobody's, and while one asks for it or opens itself
     * to it. Tickets that were given to it are matched anew.
     */
    deleteGroup: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        const orphans = await listQueuesServedOnlyBy(scope, id);
        if (orphans.length > 0) {
          throw new AppError(
            'in_use',
            `Only this group serves ${orphans.join(', ')}. Let another group serve it first.`,
          );
        }
        const naming = await listQueuesNaming(scope, id);
        if (naming.length > 0) {
          throw new AppError(
            'in_use',
            `The conditions or the ladder of ${naming.join(', ')} name this group. Take it out there first.`,
          );
        }
        if (!(await deleteGroup(scope, id))) throw notFound('group');
        scope.record({ type: 'queues.changed', workspaceId });
      }),

    /** Adds a status of the workspace's own, or changes the one of that id. Throws `name_taken`. */
    saveStatus: (workspaceId: string, id: string | null, status: SaveStatus): Promise<void> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'status', name: status.name }, async () => {
          await assertFreeName(scope, 'agent_statuses', { what: 'status', id, name: status.name });
          if (id === null) return insertStatus(scope, ids.next(), status);
          if (!(await updateStatus(scope, id, status, nearestStatus(status))))
            throw notFound('status');
        }),
      ),
    deleteStatus: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (!(await deleteStatus(scope, id))) throw notFound('status');
      }),

    /** Sets an agent's groups, skills with levels, and capacity rule. */
    saveAgent: (workspaceId: string, id: string, setup: SaveAgentSetup): Promise<void> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'set-up of the agent', name: id }, async () => {
          await assertKnown(scope, referencesOfAgent(setup));
          if (!(await saveAgentSetup(scope, id, setup))) throw notFound('agent');
          scope.record({ type: 'agent.changed', agentId: id });
        }),
      ),
  };
}
