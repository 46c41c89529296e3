/** What the acts of a macro make of a ticket's fields and tags. */
import type { MacroAction } from '../../../contracts/macros.ts';
import type { ChangeTicket } from '../../../contracts/tickets.ts';

/** The fields that acts set; what they leave alone is left out. */
export function fieldsOf(
  actions: readonly MacroAction[],
): Pick<ChangeTicket, 'status' | 'priority' | 'category' | 'groupId'> {
  const fields: Pick<ChangeTicket, 'status' | 'priority' | 'category' | 'groupId'> = {};
  for (const act of actions) {
    if (act.kind === 'status') fields.status = act.status;
    if (act.kind === 'priority') fields.priority = act.priority;
    if (act.kind === 'category') fields.category = act.category;
    if (act.kind === 'group') fields.groupId = act.groupId;
  }
  return fields;
}

/** The tags after the acts; null where no act is about tags. What is added and removed at once stays off. */
export function tagsAfter(
  before: readonly string[],
  actions: readonly MacroAction[],
): string[] | null {
  const added = actions.flatMap((act) => (act.kind === 'add_tags' ? act.tags : []));
  const removed = new Set(actions.flatMap((act) => (act.kind === 'remove_tags' ? act.tags : [])));
  if (added.length === 0 && removed.size === 0) return null;
  return [...new Set([...before, ...added])].filter((tag) => !removed.has(tag)).sort();
}
