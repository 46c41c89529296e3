import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../state/store.ts';

/** The state of a store; draws again when it changes. */
export function useStore<State, Event>(store: Store<State, Event>): State {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    const update = () => setState(store.get());
    // It may have changed between the first drawing and now.
    update();
    return store.subscribe(update);
  }, [store]);
  return state;
}
