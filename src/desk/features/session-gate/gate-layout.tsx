import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../use-page-title.ts';

/** Props of {@link GateLayout}. */
export type GateLayoutProps = {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
};

/** The calm page in front of the desk: the mark, one question, and what else there is below it. */
export function GateLayout({ title, lead, children, aside }: GateLayoutProps) {
  const { t } = useTranslation();
  usePageTitle(title);
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-canvas">
      <main className="m-auto flex w-full max-w-md flex-col px-5 py-10">
        <div className="mb-6 flex items-center gap-2.5">
          <GateMark />
          <span className="text-title font-semibold">{t('gate.product')}</span>
        </div>
        <div className="rounded-overlay border border-line bg-surface px-6 py-6 shadow-float">
          <h1 className="text-figure font-semibold text-balance">{title}</h1>
          {lead && <p className="mt-1 text-message text-pretty text-muted">{lead}</p>}
          <div className="mt-5">{children}</div>
        </div>
        {aside}
        <p className="mt-8 text-center text-meta text-balance text-subtle">{t('gate.promise')}</p>
      </main>
    </div>
  );
}

function GateMark() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      className="size-8 text-accent-text"
    >
      <path d="M5 8.5C5 5.5 7.5 4 10.5 4H13a4 4 0 0 1 0 8h-2a4 4 0 0 0 0 8h2.5c3 0 5.5-1.5 5.5-4.5" />
    </svg>
  );
}
