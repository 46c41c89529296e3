import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { KeyHint } from './key-hint.tsx';

/** Props of {@link Tooltip}. */
export type TooltipProps = {
  /** A few words; never the only place where something needed is said. */
  label: ReactNode;
  /** Shortcut shown beside the label, as in `useShortcut`: `mod+k`, `g i`. */
  keys?: string | undefined;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end' | undefined;
  /** The one element it explains; it must take a ref and props. */
  children: ReactElement;
};

/** A name or an aside on hover and focus. An icon-only control still needs its own accessible name: use IconButton. */
export function Tooltip({ label, keys, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="overlay-motion flex max-w-72 items-center gap-2 rounded-control bg-tip px-2 py-1 text-meta text-on-tip shadow-overlay">
            <span>{label}</span>
            {keys && <KeyHint keys={keys} inverted />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Shares the opening delay, so that moving along a toolbar opens the next tooltip at once. Mounted once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider delay={400} closeDelay={0}>
      {children}
    </Base.Provider>
  );
}
