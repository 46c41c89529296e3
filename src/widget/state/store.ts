/** A value that changes by events and tells who listens. */
export type Store<State, Event> = {
  get(): State;
  dispatch(event: Event): void;
  /** Calls after every change; the answer ends it. */
  subscribe(listener: () => void): () => void;
};

/** The smallest store that does: a reducer, a value and a set of listeners. */
export function createStore<State, Event>(
  reduce: (state: State, event: Event) => State,
  initial: State,
): Store<State, Event> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
