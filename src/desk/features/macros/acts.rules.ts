import type { MacroAction } from '../../../contracts/macros.ts';
import type { Ticket } from '../../../contracts/tickets.ts';

/** Acts that wait to be done with the next message, and the macros they came from. */
export type StagedActs = { actions: readonly MacroAction[]; macroIds: readonly string[] };

/** Nothing waits. */
export const NO_ACTS: StagedActs = { actions: [], macroIds: [] };

/** Two macros one after the other: the later decides, but tags and notes come together. */
export function mergeActs(
  before: readonly MacroAction[],
  more: readonly MacroAction[],
): MacroAction[] {
  return more.reduce<MacroAction[]>(
    (acts, act) => {
      const rest = acts.filter((one) => !excludes(one, act));
      const same = acts.find((one) => one.kind === act.kind);
      return [...rest, same ? joined(same, act) : act];
    },
    [...before],
  );
}

/** What of a macro's acts means anything on this ticket. */
export function actsFor(actions: readonly MacroAction[], ticket: Ticket): MacroAction[] {
  if (ticket.status === 'closed') return [];
  const live = ticket.session !== null && ticket.session.state !== 'ended';
  return actions.filter(({ kind }) => kind !== 'end_session' || live);
}

const ASSIGNS = new Set<MacroAction['kind']>(['assign', 'assign_agent']);

function excludes(one: MacroAction, other: MacroAction): boolean {
  return one.kind === other.kind || (ASSIGNS.has(one.kind) && ASSIGNS.has(other.kind));
}

function joined(before: MacroAction, act: MacroAction): MacroAction {
  if (before.kind === 'note' && act.kind === 'note')
    return { kind: 'note', text: `${before.text}\n\n${act.text}` };
  if (
    (before.kind === 'add_tags' && act.kind === 'add_tags') ||
    (before.kind === 'remove_tags' && act.kind === 'remove_tags')
  )
    return { ...act, tags: [...new Set([...before.tags, ...act.tags])] };
  return act;
}
