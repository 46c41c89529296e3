import { useEffect, useState } from 'react';

/** True once `delayMs` have passed since mounting, so that quick loads show no skeleton at all. */
export function useDelayed(delayMs: number): boolean {
  const [passed, setPassed] = useState(delayMs <= 0);
  useEffect(() => {
    if (delayMs <= 0) return;
    const timer = window.setTimeout(() => setPassed(true), delayMs);
    return () => window.clearTimeout(timer);
  }, [delayMs]);
  return passed;
}
