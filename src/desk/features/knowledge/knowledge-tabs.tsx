import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { useGaps } from '../learning/queries.ts';

/** The pages of the knowledge base. */
export function KnowledgeTabs() {
  const { t } = useTranslation();
  const open = useGaps({ state: 'open', page: 1 }).data?.totals.open;
  return (
    <LinkTabs
      aria-label={t('knowledge.pages')}
      items={[
        { to: '/knowledge', label: t('knowledge.articles'), exact: true },
        { to: '/knowledge/gaps', label: t('learning.gaps.title'), count: open },
        { to: '/knowledge/health', label: t('learning.health.title') },
      ]}
    />
  );
}
