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
  const { view, queue, q, setQuery } = useInbox();
  if (q) {
    return (
      <EmptyState
        icon={SearchX}
        action={<Button onClick={() => setQuery('')}>{t('inbox.clearSearch')}</Button>}
      >
        {t('inbox.noResults', { query: q })}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} action={view === 'mine' && <MineAct />}>
      {t(`inbox.empty.${queue ? 'queue' : (view ?? 'all')}` as const)}
    </EmptyState>
  );
}

function MineAct() {
  const { t } = useTranslation();
  const status = useMyAgent().data?.status;
  const setStatus = useStatusChange();
  if (status && status !== 'online')
    return <Button onClick={() => setStatus('online')}>{t('inbox.goOnline')}</Button>;
  return (
    <Button render={<Link to="/inbox" search={{ view: 'unassigned' }} />} nativeButton={false}>
      {t('inbox.showUnassigned')}
    </Button>
  );
}
