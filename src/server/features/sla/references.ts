import type { SlaRules } from '../../../contracts/sla.ts';
import type { Reference } from '../team/index.ts';

/** What a policy names: groups of its conditions, its schedule, groups and queues of its escalations. */
export function referencesOfPolicy({ conditions, scheduleId, escalations }: SlaRules): Reference[] {
  const groups = (conditions.groupIds ?? []).map((id, at): Reference => ({
    kind: 'groups',
    path: `rules.conditions.groupIds.${at}`,
    id,
  }));
  const acts = escalations.flatMap((step, at) =>
    step.acts.flatMap((act, place): Reference[] => {
      const path = `rules.escalations.${at}.acts.${place}`;
      if (act.kind === 'group')
        return [{ kind: 'groups', path: `${path}.groupId`, id: act.groupId }];
      if (act.kind === 'queue')
        return [{ kind: 'queues', path: `${path}.queueId`, id: act.queueId }];
      return [];
    }),
  );
  return [...groups, { kind: 'schedules', path: 'rules.scheduleId', id: scheduleId }, ...acts];
}
