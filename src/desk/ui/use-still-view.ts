import { useLayoutEffect, useRef, type RefObject } from 'react';
import { scrollerOf } from './use-near.ts';

/** Holds still what is read below while `element` changes its height, for browsers that do not do so themselves. */
export function useStillView(element: RefObject<HTMLElement | null>, height: number | null): void {
  const known = useRef<number | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const before = known.current;
    known.current = current.offsetHeight;
    const scroller = before === null ? null : scrollerOf(current);
    if (!scroller || before === null) return;
    if (getComputedStyle(scroller).overflowAnchor === 'auto') return;
    const above = current.getBoundingClientRect().top < scroller.getBoundingClientRect().top;
    if (above) scroller.scrollTop += known.current - before;
  }, [element, height]);
}
