/** Lines that Segue writes because of what somebody else did. */
import type { Actor } from '../../../contracts/common.ts';

/** A customer who opens a ticket does not queue it, and who ends a chat does not count its units. */
const consequences = new Set([
  'work.queued',
  'work.reclassified',
  'work.released',
  'offer.withdrawn',
]);

/** Who a line says did it, and who caused it where that is somebody else. */
export function doerOf(type: string, actor: Actor): { doer: Actor; cause: Actor | null } {
  if (!consequences.has(type) || actor.kind === 'system') return { doer: actor, cause: null };
  return { doer: { kind: 'system', id: null }, cause: actor };
}
