/** Where a zone stands against UTC over a stretch of time, so that local times become instants by subtraction. */
import { IANAZone } from 'luxon';

/** From this instant on local time is UTC plus `offsetMs`. Instants are milliseconds since 1970. */
export interface Offset {
  readonly fromMs: number;
  readonly offsetMs: number;
}

const weekMs = 7 * 86_400_000;

/**
 * The offsets of a zone between two instants, in order; the first counts from the beginning of time.
 * Asks once a week and searches where two answers differ: asking is what costs.
 */
export function offsetsBetween(timeZone: string, fromMs: number, toMs: number): Offset[] {
  const zone = IANAZone.create(timeZone);
  const offsetAt = (atMs: number) => zone.offset(atMs) * 60_000;
  const offsets: Offset[] = [{ fromMs: -Infinity, offsetMs: offsetAt(fromMs) }];
  for (let at = fromMs, known = offsetAt(fromMs); at < toMs; at += weekMs) {
    const offset = offsetAt(at + weekMs);
    if (offset === known) continue;
    offsets.push({ fromMs: findChange(offsetAt, at, at + weekMs), offsetMs: offset });
    known = offset;
  }
  return offsets;
}

/** The first millisecond of the new offset; changes happen on whole seconds. */
function findChange(offsetAt: (atMs: number) => number, beforeMs: number, afterMs: number): number {
  const old = offsetAt(beforeMs);
  let low = Math.floor(beforeMs / 1_000);
  let high = Math.ceil(afterMs / 1_000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1_000) === old) low = middle;
    else high = middle;
  }
  return high * 1_000;
}

/**
 * The instant of a local time (milliseconds as if it were UTC). A time the clock skips is the instant of
 * the skip; of a time that comes twice `first` and `last` choose which.
 */
export function instantOf(
  localMs: number,
  offsets: readonly Offset[],
  which: 'first' | 'last',
): number {
  return which === 'first' ? firstInstantOf(localMs, offsets) : lastInstantOf(localMs, offsets);
}

function firstInstantOf(localMs: number, offsets: readonly Offset[]): number {
  for (const [index, { fromMs, offsetMs }] of offsets.entries()) {
    const atMs = localMs - offsetMs;
    if (atMs < fromMs) return fromMs;
    if (atMs < endOf(offsets, index)) return atMs;
  }
  return localMs;
}

function lastInstantOf(localMs: number, offsets: readonly Offset[]): number {
  for (let index = offsets.length - 1; index >= 0; index -= 1) {
    const { fromMs = 0, offsetMs = 0 } = offsets[index] ?? {};
    const atMs = localMs - offsetMs;
    if (atMs >= endOf(offsets, index)) return endOf(offsets, index);
    if (atMs >= fromMs) return atMs;
  }
  return localMs;
}

function endOf(offsets: readonly Offset[], index: number): number {
  return offsets[index + 1]?.fromMs ?? Infinity;
}
