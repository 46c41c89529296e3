/** What becomes of messages that did not reach the server. */
import type { Outgoing } from './outgoing.ts';

/** Older than this, nobody expects a message to leave by itself any more: a person decides. */
const MEANT_FOR_MS = 15 * 60_000;

/** Codes of a server that was not there, or was just starting or stopping: nothing was refused. */
const AWAY = new Set(['server_unreachable', 'not_ready', 'answer_unreadable']);

/** Whether a message waits for the connection after this failure, instead of for a person. */
export function waitsAfter(code: string | null): boolean {
  return code !== null && AWAY.has(code);
}

/**
 * A message as a page finds it that an earlier one left behind: what was on its way or waited goes on by
 * itself if that was lately. Sending again is safe, the server stores a client id once.
 */
export function recalled(one: Outgoing, nowMs: number): Outgoing {
  if (one.state === 'failed' || one.state === 'editing') return one;
  const meant = nowMs - Date.parse(one.at) < MEANT_FOR_MS;
  return { ...one, state: meant ? 'waiting' : 'failed' };
}
