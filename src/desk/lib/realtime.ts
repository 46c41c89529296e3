import type { Socket } from 'socket.io-client';
import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import {
  deskChangeSchema,
  deskTypingSchema,
  type DeskChange,
  type DeskCommandName,
  type DeskTyping,
  type deskCommands,
} from '../../contracts/realtime.ts';
import { useRealtime } from './api-context.ts';

/** Where the connection stands; `reconnecting` after it was lost. */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'reconnecting';

/** The desk's channel: ids and versions come in, small commands go out. */
export type Realtime = {
  connect: () => void;
  disconnect: () => void;
  /** Tells of one event, or of `*`; returns the way to stop. */
  onChange: (
    event: DeskChange['event'] | '*',
    listener: (change: DeskChange) => void,
  ) => () => void;
  onTyping: (listener: (typing: DeskTyping) => void) => () => void;
  /** Called when the connection is there for the first time: what happened while the page loaded was missed. */
  onFirstConnect: (listener: () => void) => () => void;
  /** Called when the connection is back: what happened meanwhile was missed, so fetch again. */
  onReconnect: (listener: () => void) => () => void;
  /** Called when the server asks to sign in first: trying again would be turned away again. */
  onTurnedAway: (listener: () => void) => () => void;
  /** Sends a command if connected; it is not kept for later, because all of them are about now. */
  send: <Name extends DeskCommandName>(
    name: Name,
    payload: z.input<(typeof deskCommands)[Name]>,
  ) => void;
  state: () => ConnectionState;
  subscribe: (listener: () => void) => () => void;
};

/** What is needed of a Socket.IO socket. */
export type DeskSocket = Pick<Socket, 'on' | 'emit' | 'connect' | 'disconnect' | 'connected'>;

/** Wraps a socket of the namespace `/desk` that was made with `autoConnect: false`. */
export function createRealtime(socket: DeskSocket): Realtime {
  const changes = emitter<DeskChange>();
  const typings = emitter<DeskTyping>();
  const firsts = emitter<void>();
  const reconnects = emitter<void>();
  const turnedAway = emitter<void>();
  const states = emitter<void>();
  let state: ConnectionState = 'idle';
  let lost = false;
  let isFirst = true;
  const become = (next: ConnectionState) => {
    state = next;
    states.emit();
  };
  socket.on('connect', () => {
    become('connected');
    if (isFirst) firsts.emit();
    else if (lost) reconnects.emit();
    isFirst = false;
    lost = false;
  });
  socket.on('disconnect', (reason: string) => {
    lost = true;
    become(reason === 'io client disconnect' ? 'idle' : 'reconnecting');
    // After a disconnect by the server the library does not try again by itself.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', ({ message }: Error) => {
    become('reconnecting');
    if (message === 'sign_in_required') turnedAway.emit();
  });
  socket.on('change', (payload: unknown) =>
    pass(deskChangeSchema.safeParse(payload), changes.emit),
  );
  socket.on('typing', (payload: unknown) =>
    pass(deskTypingSchema.safeParse(payload), typings.emit),
  );
  return {
    connect() {
      become('connecting');
      socket.connect();
    },
    disconnect: () => void socket.disconnect(),
    onChange: (event, listener) =>
      changes.on((change) => (event === '*' || change.event === event) && listener(change)),
    onTyping: typings.on,
    onFirstConnect: firsts.on,
    onReconnect: reconnects.on,
    onTurnedAway: turnedAway.on,
    send: (name, payload) => void (socket.connected && socket.emit(name, payload)),
    state: () => state,
    subscribe: states.on,
  };
}

/** Where the connection stands, for the banner of the frame. */
export function useConnectionState(): ConnectionState {
  const realtime = useRealtime();
  return useSyncExternalStore(realtime.subscribe, realtime.state);
}

function pass<Value>(
  parsed: { success: true; data: Value } | { success: false },
  emit: (value: Value) => void,
): void {
  if (parsed.success) emit(parsed.data);
}

function emitter<Value>() {
  const listeners = new Set<(value: Value) => void>();
  return {
    on(listener: (value: Value) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(value: Value) {
      for (const listener of listeners) listener(value);
    },
  };
}
