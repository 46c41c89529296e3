import { ArrowLeft, PanelRight } from 'lucide-react';
import { createContext, use, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';

/** What the panes around offer: a way back on narrow screens, and the drawer where the details have no pane. */
export const PanesContext = createContext<{
  onBack: (() => void) | null;
  onDetails: (() => void) | null;
  /** Closes the drawer, for what is in it and points at the content beneath. */
  hideDetails: (() => void) | null;
}>({ onBack: null, onDetails: null, hideDetails: null });

/** The line at the top of a pane: way back if needed, title, acts, and the button of the details drawer if they are out of sight. */
export function PaneHeader({
  title,
  meta,
  actions,
}: {
  title: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  const { onBack, onDetails } = use(PanesContext);
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line py-1.5 ps-4 pe-3">
      {onBack && (
        <IconButton
          icon={ArrowLeft}
          label={t('shell.back')}
          onClick={onBack}
          className="-ms-2 rtl:-scale-x-100"
        />
      )}
      <div className="min-w-0 flex-1">
        <h1 className="line-clamp-2 font-semibold leading-tight">{title}</h1>
        {meta && <div className="truncate text-meta text-muted">{meta}</div>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-1.5">{actions}</div>}
      {onDetails && (
        <IconButton
          icon={PanelRight}
          label={t('shell.showDetails')}
          onClick={onDetails}
          className="rtl:-scale-x-100"
        />
      )}
    </header>
  );
}
