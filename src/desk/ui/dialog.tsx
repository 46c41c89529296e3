import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { IconButton } from './icon-button.tsx';

/** Props of {@link Dialog}: controlled by `open`, or opened by `trigger`. */
export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  trigger?: ReactElement | undefined;
  /** Buttons at the bottom, the primary act last. */
  footer?: ReactNode;
  width?: 'sm' | 'md' | 'lg' | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode;
};

/** A modal question or form. Prefer acting at once with undo; use it when there is something to fill in or to read first. */
export function Dialog({
  title,
  description,
  open,
  onOpenChange,
  trigger,
  footer,
  width = 'md',
  initialFocus,
  children,
}: DialogProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next) => onOpenChange(next) })}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <Base.Popup
            ref={popup}
            initialFocus={initialFocus ?? (() => firstField(popup.current))}
            className={cx(POPUP, WIDTHS[width])}
          >
            <header className="flex items-start gap-3 px-5 pt-4">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-title font-semibold">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-muted">{description}</Base.Description>
                )}
              </div>
              <Base.Close
                render={<IconButton icon={X} label={t('ui.close')} className="-me-2" />}
              />
            </header>
            {children && (
              <div data-dialog-body className="min-h-0 flex-1 overflow-y-auto px-5 py-3">
                {children}
              </div>
            )}
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
                {footer}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it; for a Cancel button: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = Base.Close;

/** The first field; else the panel itself, because a tooltip on a focused Close button would take the first Escape. */
function firstField(popup: HTMLElement | null): HTMLElement | null {
  return (
    popup?.querySelector<HTMLElement>(
      '[data-dialog-body] :is(input, textarea, select, [role=combobox]):not([disabled])',
    ) ?? popup
  );
}

const BACKDROP =
  'fixed inset-0 z-40 bg-backdrop transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0';
const POPUP =
  'overlay-motion flex max-h-[calc(100dvh-2rem)] w-full flex-col overflow-hidden rounded-overlay bg-raised text-text shadow-overlay outline-none';
const WIDTHS = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' };
