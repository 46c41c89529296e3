import { useEffect, type RefObject } from 'react';
import { useEvidence } from '../evidence.tsx';

const GLOW_MS = 1600;

/** Scrolls to the message that the details ask for, and lets it glow for a moment. */
export function useRevealMessage(
  scroller: RefObject<HTMLElement | null>,
  { include }: { include: (messageId: string) => boolean },
): void {
  const evidence = useEvidence();
  useEffect(
    () =>
      evidence.onShow((messageId) => {
        if (!include(messageId)) return;
        evidence.highlight([messageId]);
        window.setTimeout(() => evidence.highlight([]), GLOW_MS);
        // After the row has been drawn, if it was not there yet.
        window.requestAnimationFrame(() => {
          const row = scroller.current?.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
          // Smoothly only over a screen: mails drawn on a longer way would change where it leads.
          const away = row ? Math.abs(row.getBoundingClientRect().top) : 0;
          const behavior = away < window.innerHeight * 2 ? 'smooth' : 'instant';
          row?.scrollIntoView({ block: 'center', behavior });
        });
      }),
    [evidence, include, scroller],
  );
}
