import { Link } from '@tanstack/react-router';
import { Inbox, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMyAgent } from '../presence/queries.ts';
import { useStatusChange } from '../presence/use-status-change.ts';
import { useInbox } from './use-inbox.ts';

/** What an empty list says, and the one act that helps. */
export function ListEmpty() {
  const { t } = useTranslation();
  const { view, queue, search, saved, change } = useInbox();
  if (search.f) {
    return (
      <EmptyState
        icon={SearchX}
        action={<Button onClick={() => change({ f: undefined })}>{t('inbox.saved.back')}</Button>}
      >
        {t('inbox.empty.filtered')}
      </EmptyState>
    );
  }
  if (search.saved && !saved) {
    return (
      <EmptyState
        icon={SearchX}
        action={
          <Button render={<Link to="/inbox" search={{ view: 'all_open' }} />} nativeButton={false}>
            {t('inbox.views.all_open')}
          </Button>
        }
      >
        {t('inbox.empty.gone')}
      </EmptyState>
    );
  }
  const which = search.saved ? 'saved' : queue ? 'queue' : (view ?? 'all');
  return (
    <EmptyState icon={Inbox} action={view === 'mine' && <MineAct />}>
      {t(`inbox.empty.${which}` as const)}
    </EmptyState>
  );
}

function MineAct() {
  const { t } = useTranslation();
  const status = useMyAgent().data?.status;
  const setStatus = useStatusChange();
  const online = { name: t('ui.presence.online'), request: { status: 'online' } } as const;
  if (status && status !== 'online')
    return <Button onClick={() => setStatus(online)}>{t('inbox.goOnline')}</Button>;
  return (
    <Button render={<Link to="/inbox" search={{ view: 'unassigned' }} />} nativeButton={false}>
      {t('inbox.showUnassigned')}
    </Button>
  );
}
