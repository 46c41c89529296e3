import { describe, expect, it } from 'vitest';
import { admit, afterCall, circuitState, closedCircuit, type Circuit } from './circuit.rules.ts';

const start = new Date('2026-03-02T10:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const failed = (times: number, circuit: Circuit = closedCircuit): Circuit =>
  times === 0 ? circuit : failed(times - 1, afterCall(circuit, { works: false, now: start }));

describe('the circuit breaker', () => {
  it.each([
    [0, 'closed'],
    [4, 'closed'],
    [5, 'open'],
    [9, 'open'],
  ])('after %i failures in a row it is %s', (times, state) => {
    expect(circuitState(failed(times), start)).toBe(state);
  });

  it('forgets failures with the first call that works', () => {
    expect(afterCall(failed(4), { works: true, now: start })).toEqual(closedCircuit);
    expect(afterCall(failed(9), { works: true, now: start })).toEqual(closedCircuit);
  });

  it('admits one call after the pause, and the next when that one is lost', () => {
    const open = failed(5);
    expect(admit(open, { now: later(29), timeoutMs: 10_000 }).admitted).toBe(false);
    const first = admit(open, { now: later(31), timeoutMs: 10_000 });
    expect(first.admitted).toBe(true);
    expect(admit(first.circuit, { now: later(32), timeoutMs: 10_000 }).admitted).toBe(false);
    expect(admit(first.circuit, { now: later(42), timeoutMs: 10_000 }).admitted).toBe(true);
  });

  it('pauses twice as long each time, up to a quarter of an hour', () => {
    const pauses = [5, 6, 7, 20].map(
      (times) => ((failed(times).openUntil?.getTime() ?? 0) - start.getTime()) / 1_000,
    );
    expect(pauses).toEqual([30, 60, 120, 900]);
  });
});
