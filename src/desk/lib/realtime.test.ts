import { expect, it } from 'vitest';
import { createRealtime, type DeskSocket } from './realtime.ts';

const change = {
  event: 'ticket.changed',
  id: '0190a0a0-0000-7000-8000-000000000001',
  version: 3,
  ticketId: null,
};

/** A socket without a wire: `arrive` plays the server. */
function wire() {
  const handlers = new Map<string, (payload?: unknown) => void>();
  const sent: unknown[][] = [];
  const state = { connected: false, connects: 0 };
  const socket = {
    get connected() {
      return state.connected;
    },
    on: (name: string, handler: (payload?: unknown) => void) => handlers.set(name, handler),
    emit: (...args: unknown[]) => sent.push(args),
    connect: () => state.connects++,
    disconnect: () => undefined,
  } as unknown as DeskSocket;
  const arrive = (name: string, payload?: unknown) => {
    if (name === 'connect') state.connected = true;
    if (name === 'disconnect') state.connected = false;
    handlers.get(name)?.(payload);
  };
  return { realtime: createRealtime(socket), arrive, sent, state };
}

it('hands on what fits the contract to those who asked for it', () => {
  const { realtime, arrive } = wire();
  const seen: string[] = [];
  realtime.onChange('ticket.changed', ({ id }) => seen.push(id));
  const stop = realtime.onChange('*', ({ event }) => seen.push(event));
  arrive('change', change);
  stop();
  arrive('change', { ...change, event: 'offer.changed' });
  arrive('change', { event: 'nonsense' });
  expect(seen).toEqual([change.id, 'ticket.changed']);
});

it('tells where the connection stands and when something was missed', () => {
  const { realtime, arrive, state } = wire();
  let [firsts, missed] = [0, 0];
  realtime.onFirstConnect(() => firsts++);
  realtime.onReconnect(() => missed++);
  realtime.connect();
  arrive('connect_error', new Error('timeout'));
  arrive('connect');
  expect([realtime.state(), firsts, missed]).toEqual(['connected', 1, 0]);
  arrive('disconnect', 'io server disconnect');
  expect([realtime.state(), state.connects]).toEqual(['reconnecting', 2]);
  arrive('connect');
  expect([realtime.state(), firsts, missed]).toEqual(['connected', 1, 1]);
});

it('sends only while connected', () => {
  const { realtime, arrive, sent } = wire();
  const typing = { ticketId: change.id, typing: true };
  realtime.send('typing', typing);
  arrive('connect');
  realtime.send('typing', typing);
  expect(sent).toEqual([['typing', typing]]);
});

it('says when it is asked to sign in first, and only then', () => {
  const { realtime, arrive } = wire();
  let times = 0;
  realtime.onTurnedAway(() => (times += 1));
  arrive('connect_error', new Error('timeout'));
  expect(times).toBe(0);
  arrive('connect_error', new Error('sign_in_required'));
  expect(times).toBe(1);
});
