import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** As near to the end as counts as being there, in pixels. */
const NEAR_PX = 48;

/** Keeps the end in view while the reader is there, and only then. */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
) {
  const [atEnd, setAtEnd] = useState(true);
  const stuck = useRef(true);
  const height = useRef(0);
  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    stuck.current = true;
    setAtEnd(true);
    height.current = element.scrollHeight;
    element.scrollTop = element.scrollHeight;
  }, [scroller]);
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    // Rows that grow move the end away, and what browsers do to hold the view still; the reader did not leave.
    if (stuck.current && element.scrollHeight !== height.current) return;
    height.current = element.scrollHeight;
    stuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    setAtEnd(stuck.current);
  }, [scroller]);
  // Before the first drawing: the start of a long thread is not what anybody opens it for.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => stuck.current && toEnd());
    if (scroller.current) observer.observe(scroller.current);
    if (content.current) observer.observe(content.current);
    toEnd();
    return () => observer.disconnect();
  }, [scroller, content, toEnd]);
  return { atEnd, toEnd, onScroll };
}
