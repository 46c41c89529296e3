import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { SplitPane } from '../ui/split-pane.tsx';
import { PanesContext } from './pane-header.tsx';
import { usePaneCount } from './use-pane-count.ts';

/** Props of {@link Panes}. */
export type PanesProps = {
  /** Names the place where the widths are kept. */
  storageKey: string;
  list: ReactNode;
  /** The thing opened from the list, beginning with a PaneHeader; null while nothing is open. */
  content: ReactNode | null;
  /** What is shown beside the list while nothing is open. */
  placeholder?: ReactNode;
  details?: ReactNode;
  labels: { list: string; content: string; details: string };
  /** Leaves the opened thing, on narrow screens. */
  onBack: () => void;
};

/** List, content and details: side by side when wide, details in a drawer below 1200 px, one at a time with a way back below 768 px. */
export function Panes({
  storageKey,
  list,
  content,
  placeholder,
  details,
  labels,
  onBack,
}: PanesProps) {
  const count = usePaneCount();
  const [drawer, setDrawer] = useState(false);
  const opened = content !== null;
  const hasDrawer = opened && Boolean(details) && count < 3;
  const context = useMemo(
    () => ({
      onBack: count === 1 ? onBack : null,
      onDetails: hasDrawer ? () => setDrawer(true) : null,
      hideDetails: hasDrawer ? () => setDrawer(false) : null,
    }),
    [count, onBack, hasDrawer],
  );
  const listPane = (
    <Pane label={labels.list} className="bg-canvas">
      {list}
    </Pane>
  );
  const contentPane = (
    <PanesContext value={context}>
      <Pane label={labels.content}>{content ?? placeholder}</Pane>
    </PanesContext>
  );
  const withDetails = (
    <SplitPane
      sized="end"
      storageKey={`${storageKey}.details`}
      defaultSize={320}
      minSize={260}
      maxSize={520}
      label={labels.details}
      className="flex-1"
      start={contentPane}
      end={<Pane label={labels.details}>{details}</Pane>}
    />
  );
  return (
    <>
      {count === 1 ? (
        opened ? (
          contentPane
        ) : (
          listPane
        )
      ) : (
        <SplitPane
          sized="start"
          storageKey={`${storageKey}.list`}
          defaultSize={320}
          minSize={240}
          maxSize={480}
          label={labels.list}
          className="flex-1"
          start={listPane}
          end={count === 3 && details && opened ? withDetails : contentPane}
        />
      )}
      {hasDrawer && (
        <DetailsDrawer label={labels.details} open={drawer} onOpenChange={setDrawer}>
          <PanesContext value={context}>{details}</PanesContext>
        </DetailsDrawer>
      )}
    </>
  );
}

type DrawerProps = {
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

function DetailsDrawer({ label, open, onOpenChange, children }: DrawerProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-backdrop transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <Dialog.Popup ref={popup} initialFocus={popup} className={DRAWER}>
          <div className="flex h-top-bar shrink-0 items-center justify-between border-b border-line ps-4 pe-2">
            <Dialog.Title className="font-semibold">{label}</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label={t('shell.hideDetails')} />} />
          </div>
          <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Pane({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={label} className={cx('flex min-h-0 min-w-0 flex-1 flex-col', className)}>
      {children}
    </section>
  );
}

const DRAWER =
  'fixed inset-y-0 end-0 z-30 flex w-[min(22rem,100vw)] flex-col bg-surface text-text shadow-overlay outline-none transition-[translate,opacity] data-starting-style:translate-x-4 data-starting-style:opacity-0 data-ending-style:translate-x-4 data-ending-style:opacity-0';
