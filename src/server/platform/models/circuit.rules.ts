/** What is known of how a provider does, kept between calls. */
export interface Circuit {
  /** In a row; what it refuses for good reasons does not count. */
  readonly failures: number;
  /** Nothing is asked before; null while it is well. */
  readonly openUntil: Date | null;
  /** Until when the one call that finds out whether it is well again has time. */
  readonly probeUntil: Date | null;
}

/** A provider of which nothing bad is known. */
export const closedCircuit: Circuit = { failures: 0, openUntil: null, probeUntil: null };

const failuresToOpen = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;

/** Closed: calls go through. Open: none does. Half open: one finds out. */
export function circuitState(circuit: Circuit, now: Date): 'closed' | 'open' | 'half_open' {
  if (circuit.openUntil === null) return 'closed';
  return circuit.openUntil > now ? 'open' : 'half_open';
}

/** Whether a call may be made now, and the circuit while it is under way. */
export function admit(
  circuit: Circuit,
  { now, timeoutMs }: { now: Date; timeoutMs: number },
): { readonly admitted: boolean; readonly circuit: Circuit } {
  const state = circuitState(circuit, now);
  if (state === 'closed') return { admitted: true, circuit };
  const probing = circuit.probeUntil !== null && circuit.probeUntil > now;
  if (state === 'open' || probing) return { admitted: false, circuit };
  const probeUntil = new Date(now.getTime() + timeoutMs);
  return { admitted: true, circuit: { ...circuit, probeUntil } };
}

/** The circuit after a call: one that works closes it; each pause is twice as long as the one before. */
export function afterCall(circuit: Circuit, outcome: { works: boolean; now: Date }): Circuit {
  if (outcome.works) return closedCircuit;
  const failures = circuit.failures + 1;
  if (failures < failuresToOpen) return { failures, openUntil: null, probeUntil: null };
  const pauseMs = Math.min(firstPauseMs * 2 ** (failures - failuresToOpen), longestPauseMs);
  return { failures, openUntil: new Date(outcome.now.getTime() + pauseMs), probeUntil: null };
}
