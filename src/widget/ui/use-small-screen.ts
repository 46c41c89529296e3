import { useEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * Whether the panel fills the screen. While it does, it follows the visual viewport: on some phones the
 * keyboard covers the page without changing any viewport unit, and would hide the composer.
 */
export function useSmallScreen(panel: RefObject<HTMLElement | null>): boolean {
  const [small, setSmall] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const media = matchMedia(QUERY);
    const viewport = window.visualViewport;
    const fit = () => {
      setSmall(media.matches);
      const style = panel.current?.style;
      style?.setProperty('--height', media.matches && viewport ? `${viewport.height}px` : '100dvh');
      style?.setProperty('--top', media.matches && viewport ? `${viewport.offsetTop}px` : '0px');
    };
    fit();
    media.addEventListener('change', fit);
    viewport?.addEventListener('resize', fit);
    viewport?.addEventListener('scroll', fit);
    return () => {
      media.removeEventListener('change', fit);
      viewport?.removeEventListener('resize', fit);
      viewport?.removeEventListener('scroll', fit);
    };
  }, [panel]);
  return small;
}

const QUERY = '(max-width: 480px)';
