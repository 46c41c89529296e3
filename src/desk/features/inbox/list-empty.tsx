import { Link } from '@tanstack/react-router';
import { Inbox, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { usePaneCount } from '../../shell/use-pane-count.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FirstSteps } from '../first-steps/first-steps.tsx';
import { useMyAgent } from '../presence/queries.ts';
import { useStatusChange } from '../presence/use-status-change.ts';
import { useInbox } from './use-inbox.ts';

/** What an empty list says, and the one act that helps. */
export function ListEmpty() {
  const { t } = useTranslation();
  const { view, queue, search, saved, change } = useInbox();
  const panes = usePaneCount();
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
  const empty = (
    <EmptyState icon={Inbox} action={view === 'mine' && <MineAct />}>
      {t(`inbox.empty.${which}` as const)}
    </EmptyState>
  );
  // Where the list is alone on the screen, it has the room that stands beside it elsewhere.
  return panes === 1 && view === 'mine' ? <FirstSteps otherwise={empty} /> : empty;
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
