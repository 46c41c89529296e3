import {
  createContext,
  use,
  useCallback,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

/** Ties the details beside a conversation to its messages: what is pointed at there lights up here. */
export type Evidence = {
  /** Lights up these messages, and no others. */
  highlight: (messageIds: readonly string[]) => void;
  /** Scrolls a message into view. */
  show: (messageId: string) => void;
  onShow: (listener: (messageId: string) => void) => () => void;
  isHighlighted: (messageId: string) => boolean;
  subscribe: (listener: () => void) => () => void;
};

const EvidenceContext = createContext<Evidence | null>(null);

/** Around a conversation and its details. */
export function EvidenceProvider({ children }: { children: ReactNode }) {
  const evidence = useMemo(createEvidence, []);
  return <EvidenceContext value={evidence}>{children}</EvidenceContext>;
}

/** The tie above. */
export function useEvidence(): Evidence {
  const evidence = use(EvidenceContext);
  if (!evidence) throw new Error('useEvidence needs an EvidenceProvider above it');
  return evidence;
}

/** Whether a message is lit up; only rows whose answer changes render again. */
export function useHighlighted(messageId: string): boolean {
  const evidence = useEvidence();
  return useSyncExternalStore(
    evidence.subscribe,
    useCallback(() => evidence.isHighlighted(messageId), [evidence, messageId]),
  );
}

function createEvidence(): Evidence {
  let lit: ReadonlySet<string> = new Set();
  const listeners = new Set<() => void>();
  const showers = new Set<(messageId: string) => void>();
  return {
    highlight(messageIds) {
      lit = new Set(messageIds);
      for (const listener of listeners) listener();
    },
    show(messageId) {
      for (const shower of showers) shower(messageId);
    },
    onShow(listener) {
      showers.add(listener);
      return () => showers.delete(listener);
    },
    isHighlighted: (messageId) => lit.has(messageId),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
