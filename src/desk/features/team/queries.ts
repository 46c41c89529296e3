import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { doneSchema } from '../../../contracts/common.ts';
import {
  agentSetupSchema,
  capacityRuleSchema,
  customStatusSchema,
  skillSchema,
  teamGroupSchema,
  type AgentSetup,
  type CapacityRuleSettings,
  type CustomStatus,
  type Skill,
  type TeamGroup,
} from '../../../contracts/team.ts';
import { categorySchema, type Category } from '../../../contracts/tickets.ts';
import { useApi } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** What is in each list of the team. */
export type TeamItems = {
  skills: Skill;
  rules: CapacityRuleSettings;
  groups: TeamGroup;
  statuses: CustomStatus;
  agents: AgentSetup;
  categories: Category;
};
export type TeamList = keyof TeamItems;

/** Where each list is read and changed. */
const lists: { [Name in TeamList]: { path: string; item: z.ZodType<TeamItems[Name]> } } = {
  skills: { path: '/api/skills', item: skillSchema },
  rules: { path: '/api/capacity-rules', item: capacityRuleSchema },
  groups: { path: '/api/team/groups', item: teamGroupSchema },
  statuses: { path: '/api/statuses', item: customStatusSchema },
  agents: { path: '/api/team/agents', item: agentSetupSchema },
  categories: { path: '/api/categories', item: categorySchema },
};

/** A list of the team. */
export function useTeam<Name extends TeamList>(name: Name) {
  const api = useApi();
  const { path, item } = lists[name];
  return useQuery({
    queryKey: queryKeys.teamList(name),
    queryFn: async ({ signal }): Promise<TeamItems[Name][]> => {
      const response = z.record(z.string(), z.array(item));
      return (await api.request({ path, response, signal }))[name] ?? [];
    },
  });
}

/** Adds a thing to a list (without `id`) or changes it. */
export function useSaveTeamItem(path: string) {
  const api = useApi();
  const refresh = useRefreshTeam();
  return useMutation({
    mutationFn: ({ id, body }: { id: string | null; body: unknown }) =>
      api.request({
        method: id === null ? 'POST' : 'PUT',
        path: id === null ? path : `${path}/${id}`,
        body,
        response: doneSchema,
      }),
    onSuccess: refresh,
  });
}

/** Takes a thing off a list. */
export function useDeleteTeamItem(path: string) {
  const api = useApi();
  const refresh = useRefreshTeam();
  return useMutation({
    mutationFn: (id: string) =>
      api.request({ method: 'DELETE', path: `${path}/${id}`, response: doneSchema }),
    onSuccess: refresh,
  });
}

/** The path a list is changed at. */
export function pathOf(name: TeamList): string {
  return lists[name].path;
}

/** Reads again whatever shows the team. */
export function useRefreshTeam() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [
        queryKeys.team,
        queryKeys.queues,
        queryKeys.groups,
        queryKeys.categories,
        queryKeys.agents,
        queryKeys.myAgent,
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}
