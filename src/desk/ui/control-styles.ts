import type { ControlSize } from './button.tsx';

/** The frame of everything one types or chooses in: a 3:1 border, accent while focused, red while invalid. */
export const CONTROL_FRAME =
  'min-w-0 rounded-control border border-line-control bg-surface text-text transition-colors duration-75 hover:border-muted focus-within:border-focus focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus has-[[data-invalid]]:border-critical-solid has-[[data-invalid]]:focus-within:outline-critical-solid has-[:disabled]:border-line has-[:disabled]:bg-sunken has-[[data-force=focus]]:border-focus has-[[data-force=focus]]:outline-2 has-[[data-force=focus]]:-outline-offset-1 has-[[data-force=focus]]:outline-focus';

/** Height and text size by control size. */
export const CONTROL_HEIGHT: Record<ControlSize, string> = {
  sm: 'h-control-sm text-meta',
  md: 'h-control text-base',
  lg: 'h-control-lg text-base',
};

/** A floating panel: menus, lists, popovers. */
export const OVERLAY =
  'overlay-motion rounded-overlay bg-raised text-text shadow-overlay outline-none';

/** A row in a menu or a list of options. */
export const OPTION =
  'flex min-h-control w-full cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-base outline-none data-highlighted:bg-hover data-disabled:text-disabled';
