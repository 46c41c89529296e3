import { useTranslation } from 'react-i18next';
import type { ArticleHealth } from '../../../../contracts/learning.ts';
import { Page, Section } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { KnowledgeTabs } from '../../knowledge/knowledge-tabs.tsx';
import { usePageTitle } from '../../use-page-title.ts';
import { ArticleTitle } from '../article-title.tsx';
import { useKnowledgeHealth } from '../queries.ts';

/** Articles that harm, that are due, and that nothing uses. */
export function HealthPage() {
  const { t } = useTranslation();
  usePageTitle(t('learning.health.title'));
  const { data, isError, error, refetch } = useKnowledgeHealth();
  return (
    <Page title={t('knowledge.area')} lead={t('learning.health.lead')} bar={<KnowledgeTabs />}>
      {isError ? (
        <ApiErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows disc={false} />
      ) : (
        <div className="max-w-4xl">
          <Section title={t('learning.health.harmful')} lead={t('learning.health.harmfulLead')}>
            <Articles
              rows={data.harmful}
              nothing={t('learning.health.noHarmful')}
              show={['bad', 'good', 'answers']}
            />
          </Section>
          <Section title={t('learning.health.due')}>
            <Articles
              rows={data.due}
              nothing={t('learning.health.noDue')}
              show={['reviewOn', 'answers', 'lastUsed']}
            />
          </Section>
          <Section title={t('learning.health.unused')} lead={t('learning.health.unusedLead')}>
            <Articles
              rows={data.unused}
              nothing={t('learning.health.noUnused')}
              show={['reviewOn', 'lastUsed']}
            />
          </Section>
        </div>
      )}
    </Page>
  );
}

type Shown = 'bad' | 'good' | 'answers' | 'reviewOn' | 'lastUsed';

function Articles({
  rows,
  nothing,
  show,
}: {
  rows: readonly ArticleHealth[];
  nothing: string;
  show: readonly Shown[];
}) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="text-muted">{nothing}</p>;
  const cells: Record<Shown, (row: ArticleHealth) => React.ReactNode> = {
    bad: ({ bad }) => <span className="font-medium text-critical">{bad}</span>,
    good: ({ good }) => good,
    answers: ({ answers }) => answers,
    reviewOn: ({ reviewOn }) => reviewOn ?? '–',
    lastUsed: ({ lastUsedAt }) =>
      lastUsedAt ? <Time at={lastUsedAt} /> : t('learning.health.never'),
  };
  return (
    <DataTable
      caption={t('learning.health.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'article',
          header: t('learning.health.article'),
          cell: (row) => (
            <span className="flex">
              <ArticleTitle {...row} />
            </span>
          ),
        },
        ...show.map((id): Column<ArticleHealth> => ({
          id,
          header: t(`learning.health.${id}`),
          width: '8rem',
          align: 'end',
          cell: cells[id],
        })),
      ]}
    />
  );
}
