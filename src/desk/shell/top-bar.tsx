import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What stands in the top bar; each is left out while it does not exist. */
export type TopBarSlots = {
  search?: ReactNode;
  capacity?: ReactNode;
  notifications?: ReactNode;
  /** Own status and account, at the far end. */
  status?: ReactNode;
};

/** Search at the start, own capacity, notifications and status at the end. */
export function TopBar({ search, capacity, notifications, status }: TopBarSlots) {
  const { t } = useTranslation();
  return (
    <header
      aria-label={t('shell.topBar')}
      className="flex h-top-bar shrink-0 items-center gap-3 border-b border-line bg-canvas px-3"
    >
      <div className="min-w-0 max-w-md flex-1">{search}</div>
      <div className="ms-auto flex shrink-0 items-center gap-3">
        {capacity && <div className="max-pane2:hidden">{capacity}</div>}
        {notifications}
        {status}
      </div>
    </header>
  );
}
