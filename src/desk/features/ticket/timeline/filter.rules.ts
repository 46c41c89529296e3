import type { TimelineEntry } from '../../../../contracts/conversations.ts';

/** The kinds of entries a reader may hide. */
export const TIMELINE_KINDS = [
  'conversation',
  'notes',
  'events',
  'routing',
  'rules',
  'mail',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** The kind of an entry. What a rule did is of the rules, whatever it was. */
export function kindOf(entry: TimelineEntry): TimelineKind {
  if (entry.kind === 'message') return entry.message.channel === 'note' ? 'notes' : 'conversation';
  const { type, actor } = entry.event;
  if (actor.kind === 'trigger' || /^(rule|trigger)\./.test(type)) return 'rules';
  if (/^(work|offer|routing)\./.test(type) || type === 'ticket.routing_channel') return 'routing';
  if (/^(mail|transcript)\./.test(type)) return 'mail';
  return 'events';
}

/** The entries of the kinds that are not hidden; the same list when nothing is. */
export function visibleEntries(
  entries: readonly TimelineEntry[],
  hidden: readonly TimelineKind[],
): readonly TimelineEntry[] {
  if (hidden.length === 0) return entries;
  return entries.filter((entry) => !hidden.includes(kindOf(entry)));
}

/** What was kept, as far as it is still known: a page of another version may have left it. */
export function readHidden(kept: string | null): TimelineKind[] {
  const words = (kept ?? '').split(',');
  return TIMELINE_KINDS.filter((kind) => words.includes(kind));
}
