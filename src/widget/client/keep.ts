import type { KeyValue } from '../lib/storage.ts';

/**
 * Where the customer stands: the conversation on screen, or none yet. `follows` is the ended
 * conversation that a new one comes after, so that the desk can link the two.
 */
export type Place = { id: string | null; follows: string | null };

const NOWHERE: Place = { id: null, follows: null };

/** What this browser keeps of the visitor, under names that carry the widget key. */
export type Keep = {
  prefix: string;
  token(): string | null;
  setToken(token: string | null): void;
  place(): Place;
  setPlace(place: Place): void;
  /** Whether something may still come: then the panel is loaded with the page, for the unread count. */
  setLive(live: boolean): void;
  seenSeq(conversationId: string): number;
  setSeenSeq(conversationId: string, seq: number): void;
  draft(): string;
  setDraft(text: string): void;
};

/** Reads and writes a visitor's things in a storage that all tabs of the site share. */
export function createKeep(storage: KeyValue, widgetKey: string): Keep {
  const prefix = `segue.${widgetKey}.`;
  const put = (name: string, value: string | null) =>
    value === null || value === ''
      ? storage.remove(prefix + name)
      : storage.set(prefix + name, value);
  return {
    prefix,
    token: () => storage.get(`${prefix}token`),
    setToken: (token) => put('token', token),
    place: () => readPlace(storage.get(`${prefix}place`)),
    setPlace: (place) => put('place', place.id || place.follows ? JSON.stringify(place) : null),
    setLive: (live) => put('live', live ? '1' : null),
    seenSeq: (conversationId) => readSeen(storage.get(`${prefix}seen`), conversationId),
    setSeenSeq: (conversationId, seq) => put('seen', `${conversationId}:${seq}`),
    draft: () => storage.get(`${prefix}draft`) ?? '',
    setDraft: (text) => put('draft', text),
  };
}

/** Storage is shared with the host page, so anything may stand in it. */
function readPlace(text: string | null): Place {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return NOWHERE;
    return { id: stringOf(value, 'id'), follows: stringOf(value, 'follows') };
  } catch {
    return NOWHERE;
  }
}

function stringOf(value: object, name: string): string | null {
  const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return typeof found === 'string' ? found : null;
}

function readSeen(text: string | null, conversationId: string): number {
  const [id, seq] = (text ?? '').split(':');
  const value = Number(seq);
  return id === conversationId && Number.isInteger(value) ? value : 0;
}
