import type { Clock } from '../../platform/clock.ts';
import { createTokenBucket } from './token-bucket.ts';

/** Of one visitor: what a person and their browser can need, and far less than a flood. */
const commandLimit = { burst: 60, perMs: 10_000 };
const messageLimit = { burst: 20, perMs: 10_000 };

export type VisitorLimits = ReturnType<typeof createVisitorLimits>;

/**
 * Counts what each visitor does in this process, over all their sockets: more tabs or a new connection
 * give no more. Who was silent until everything had refilled is forgotten.
 */
export function createVisitorLimits(clock: Clock) {
  const visitors = new Map<string, Counters>();
  let sweptAt = 0;

  function sweep(now: number): void {
    if (now - sweptAt < commandLimit.perMs) return;
    sweptAt = now;
    for (const [id, { usedAt }] of visitors)
      if (now - usedAt > commandLimit.perMs) visitors.delete(id);
  }

  return {
    /** Whether one more command is within the visitor's limits; counts it if so. */
    take(visitorId: string, isMessage: boolean): boolean {
      const now = clock.now().getTime();
      sweep(now);
      const known = visitors.get(visitorId) ?? {
        commands: createTokenBucket(commandLimit, clock),
        messages: createTokenBucket(messageLimit, clock),
        usedAt: now,
      };
      known.usedAt = now;
      visitors.set(visitorId, known);
      return known.commands.take() && (!isMessage || known.messages.take());
    },

    /** How many visitors are counted at the moment. */
    size: () => visitors.size,
  };
}

interface Counters {
  readonly commands: ReturnType<typeof createTokenBucket>;
  readonly messages: ReturnType<typeof createTokenBucket>;
  usedAt: number;
}
