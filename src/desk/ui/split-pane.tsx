import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { recallNumber, remember } from '../lib/remember.ts';

const STEP_PX = 16;

/** Props of {@link SplitPane}; sizes in pixels. */
export type SplitPaneProps = {
  /** Which of the two children has the fixed size; the other takes the rest. */
  sized: 'start' | 'end';
  defaultSize: number;
  minSize: number;
  maxSize: number;
  /** The size is kept in the browser under this name. */
  storageKey: string;
  start: ReactNode;
  end: ReactNode;
  label?: string | undefined;
  className?: string | undefined;
};

/** Two panes with a hairline between them that can be dragged, moved by arrow keys and reset by a double click; the width is remembered. */
export function SplitPane({
  sized,
  defaultSize,
  minSize,
  maxSize,
  storageKey,
  start,
  end,
  label,
  className,
}: SplitPaneProps) {
  const { t } = useTranslation();
  const [size, setSize] = useState(() => clamp(recallNumber(storageKey, defaultSize)));
  const drag = useRef<{ x: number; size: number; sign: number } | null>(null);
  function clamp(value: number) {
    return Math.min(maxSize, Math.max(minSize, Math.round(value)));
  }
  const keep = (next: number) => {
    setSize(clamp(next));
    remember(storageKey, clamp(next));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, size, sign: growth(event.currentTarget, sized) };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current)
      setSize(clamp(drag.current.size + (event.clientX - drag.current.x) * drag.current.sign));
  };
  const onPointerUp = () => {
    if (drag.current) remember(storageKey, size);
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = nextSize(event.key, {
      size,
      minSize,
      maxSize,
      sign: growth(event.currentTarget, sized),
    });
    if (next === null) return;
    event.preventDefault();
    keep(next);
  };
  return (
    <div className={cx('flex min-h-0 min-w-0', className)}>
      <div className={PANE} style={sized === 'start' ? { width: size, flex: 'none' } : { flex: 1 }}>
        {start}
      </div>
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label ?? t('ui.resizePane')}
        aria-valuenow={size}
        aria-valuemin={minSize}
        aria-valuemax={maxSize}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onLostPointerCapture={onPointerUp}
        onKeyDown={onKeyDown}
        onDoubleClick={() => keep(defaultSize)}
        className={HANDLE}
      />
      <div className={PANE} style={sized === 'end' ? { width: size, flex: 'none' } : { flex: 1 }}>
        {end}
      </div>
    </div>
  );
}

/** 1 when moving to the right widens the sized pane, else -1. */
function growth(handle: HTMLElement, sized: 'start' | 'end'): number {
  const rtl = getComputedStyle(handle).direction === 'rtl';
  return (sized === 'start') === !rtl ? 1 : -1;
}

function nextSize(
  key: string,
  {
    size,
    minSize,
    maxSize,
    sign,
  }: { size: number; minSize: number; maxSize: number; sign: number },
): number | null {
  if (key === 'ArrowRight') return size + STEP_PX * sign;
  if (key === 'ArrowLeft') return size - STEP_PX * sign;
  if (key === 'Home') return minSize;
  return key === 'End' ? maxSize : null;
}

const PANE = 'flex min-h-0 min-w-0 flex-col';
const HANDLE =
  "relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line outline-none after:absolute after:inset-y-0 after:-inset-x-1.5 after:content-[''] hover:bg-accent-line focus-visible:bg-focus focus-visible:shadow-[0_0_0_1px_var(--c-focus)] active:bg-accent";
