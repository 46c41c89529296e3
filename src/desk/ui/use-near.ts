import { useEffect, useState, type RefObject } from 'react';

/** Whether an element has come within a screen of what is seen; stays true from then on. */
export function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      // The margin counts from the root alone: what a scroller cuts off is never near to the window.
      { root: scrollerOf(element.current), rootMargin: '100% 0px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near, element]);
  return near;
}

/** What an element scrolls in; null where that is the window. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  let above = element.parentElement;
  while (above && !/auto|scroll/.test(getComputedStyle(above).overflowY))
    above = above.parentElement;
  return above === document.body || above === document.documentElement ? null : above;
}
