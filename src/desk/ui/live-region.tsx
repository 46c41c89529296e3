import { createContext, use, useCallback, useRef, type ReactNode } from 'react';

/** Says something to screen readers; `assertive` only for what cannot wait, such as an offer. */
export type Announce = (message: string, urgency?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce | null>(null);

/** The two regions that are read out; mounted once, around the app. */
export function LiveRegionProvider({ children }: { children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);
  const announce = useCallback<Announce>((message, urgency = 'polite') => {
    const region = urgency === 'assertive' ? assertive.current : polite.current;
    if (!region) return;
    // A new node each time, so that the same words twice are read twice.
    const line = document.createElement('p');
    line.textContent = message;
    region.replaceChildren(line);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={polite} aria-live="polite" className="sr-only" />
      <div ref={assertive} aria-live="assertive" className="sr-only" />
    </AnnounceContext>
  );
}

/** The function that reads a message out. */
export function useAnnounce(): Announce {
  const announce = use(AnnounceContext);
  if (!announce) throw new Error('useAnnounce needs a LiveRegionProvider above it');
  return announce;
}
