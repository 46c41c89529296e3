import { createContext, use, useMemo, useState, type DragEvent, type ReactNode } from 'react';
import type { BoardWork } from '../../../contracts/board.ts';

type Dragging = {
  /** What is being dragged; null while nothing is. */
  rows: readonly BoardWork[] | null;
  /** Makes an element drag these rows. */
  source: (rows: () => readonly BoardWork[]) => {
    draggable: true;
    onDragStart: (event: DragEvent) => void;
    onDragEnd: () => void;
  };
};

const DraggingContext = createContext<Dragging | null>(null);

/** Knows which rows are being dragged, so that every place they may go to can show itself. */
export function DraggingProvider({ children }: { children: ReactNode }) {
  const [rows, setRows] = useState<readonly BoardWork[] | null>(null);
  const value = useMemo<Dragging>(
    () => ({
      rows,
      source: (read) => ({
        draggable: true,
        onDragStart: (event) => {
          const dragged = read();
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData(
            'text/plain',
            dragged.map(({ number }) => `#${number}`).join(' '),
          );
          setRows(dragged);
        },
        onDragEnd: () => setRows(null),
      }),
    }),
    [rows],
  );
  return <DraggingContext value={value}>{children}</DraggingContext>;
}

/** What is being dragged, and how rows become draggable. Throws outside of a DraggingProvider. */
export function useDragging(): Dragging {
  const dragging = use(DraggingContext);
  if (!dragging) throw new Error('useDragging needs a DraggingProvider');
  return dragging;
}
