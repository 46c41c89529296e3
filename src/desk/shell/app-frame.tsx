import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Rail, type Area } from './rail.tsx';
import { TopBar, type TopBarSlots } from './top-bar.tsx';

/** Props of {@link AppFrame}. */
export type AppFrameProps = TopBarSlots & {
  areas: readonly Area[];
  /** A Banner across the top: the connection, a trial, a maintenance. */
  banner?: ReactNode;
  children: ReactNode;
};

/** Everything around a page: skip link, rail, top bar, and the one `main` that pages fill. */
export function AppFrame({ areas, banner, children, ...slots }: AppFrameProps) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className="flex h-full min-h-0 max-pane2:flex-col">
      <a
        href="#content"
        onClick={skip}
        className="fixed start-2 top-2 z-50 rounded-control bg-accent px-3 py-2 font-medium text-on-accent not-focus:sr-only"
      >
        {t('shell.skip')}
      </a>
      <Rail areas={areas} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <TopBar {...slots} />
        {banner}
        <main
          ref={main}
          id="content"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
