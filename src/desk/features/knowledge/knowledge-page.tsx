import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpen, FileUp, Gauge, MessageCircleQuestion, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '../../../contracts/knowledge.ts';
import { Page } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Time } from '../../ui/time.tsx';
import { useMay } from '../session-gate/queries.ts';
import { usePageTitle } from '../use-page-title.ts';
import { ArticleState } from './article-state.tsx';
import { SynonymsDialog } from './asking/synonyms-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import type { KnowledgeSearch } from './knowledge.routes.ts';
import { KnowledgeTabs } from './knowledge-tabs.tsx';
import { useArticles, useCreateArticle, useKbSections } from './queries.ts';
import { SectionsDialog } from './sections-dialog.tsx';

/** All articles, by section, state and words. */
export function KnowledgePage() {
  const { t } = useTranslation();
  usePageTitle(t('knowledge.area'));
  const search = useSearch({ from: '/app/knowledge' });
  const articles = useArticles(search);
  const [dialog, setDialog] = useState<'import' | 'sections' | 'synonyms' | null>(null);
  const rows = articles.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <Page
      title={t('knowledge.area')}
      lead={t('knowledge.lead')}
      actions={<Acts onImport={() => setDialog('import')} />}
      bar={
        <>
          <KnowledgeTabs />
          <Filters search={search} onEdit={setDialog} />
        </>
      }
      fill
    >
      {articles.isError ? (
        <ApiErrorState error={articles.error} onRetry={() => void articles.refetch()} />
      ) : (
        <div className="min-h-0 flex-1 overflow-auto px-5 pb-5">
          <ArticleTable
            rows={rows}
            empty={
              articles.isPending ? (
                <SkeletonRows disc={false} />
              ) : (
                <EmptyState icon={BookOpen}>
                  {t(filtered ? 'knowledge.nothingFound' : 'knowledge.empty')}
                </EmptyState>
              )
            }
          />
          {articles.hasNextPage && (
            <Button
              className="mt-3"
              loading={articles.isFetchingNextPage}
              onClick={() => void articles.fetchNextPage()}
            >
              {t('knowledge.more')}
            </Button>
          )}
        </div>
      )}
      {dialog === 'import' && <ImportDialog onClose={() => setDialog(null)} />}
      {dialog === 'synonyms' && <SynonymsDialog onClose={() => setDialog(null)} />}
      {dialog === 'sections' && <SectionsDialog onClose={() => setDialog(null)} />}
    </Page>
  );
}

function Acts({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateArticle();
  const ask = (
    <Button
      icon={MessageCircleQuestion}
      onClick={() => void navigate({ to: '/knowledge/ask', search: { audience: 'customer' } })}
    >
      {t('asking.area')}
    </Button>
  );
  if (!useMay('knowledge:write')) return ask;
  const write = () =>
    create.mutate(
      { title: t('knowledge.untitled') },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/knowledge/$articleId', params: { articleId: id } }),
      },
    );
  return (
    <>
      {ask}
      <Button
        icon={Gauge}
        onClick={() => void navigate({ to: '/knowledge/evaluation', search: {} })}
      >
        {t('evaluations.area')}
      </Button>
      <Button icon={FileUp} onClick={onImport}>
        {t('knowledge.import')}
      </Button>
      <Button icon={Plus} variant="primary" loading={create.isPending} onClick={write}>
        {t('knowledge.write')}
      </Button>
    </>
  );
}

const ALL = 'all';

function Filters({
  search,
  onEdit,
}: {
  search: KnowledgeSearch;
  onEdit: (what: 'sections' | 'synonyms') => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: sections = [] } = useKbSections();
  const mayWrite = useMay('knowledge:write');
  const [words, setWords] = useState(search.q ?? '');
  const set = (part: KnowledgeSearch) =>
    void navigate({ to: '/knowledge', search: { ...search, ...part }, replace: true });
  return (
    <form
      className="flex flex-wrap items-center gap-2 border-b border-line px-5 py-2"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        set({ q: words.trim() || undefined });
      }}
    >
      <TextField
        type="search"
        icon={Search}
        aria-label={t('knowledge.search')}
        placeholder={t('knowledge.search')}
        value={words}
        onValueChange={setWords}
        onClear={() => {
          setWords('');
          set({ q: undefined });
        }}
        className="w-64 max-pane2:w-full"
      />
      <Select
        aria-label={t('knowledge.section')}
        className="w-44"
        value={search.section ?? ALL}
        options={[
          { value: ALL, label: t('knowledge.allSections') },
          ...sections.map(({ id, name, articles }) => ({
            value: id,
            label: `${name} (${articles})`,
          })),
        ]}
        onValueChange={(section) => set({ section: section === ALL ? undefined : section })}
      />
      <Select
        aria-label={t('knowledge.state')}
        className="w-40"
        value={search.due ? 'due' : (search.status ?? ALL)}
        options={[
          { value: ALL, label: t('knowledge.allStates') },
          ...(['published', 'draft', 'archived'] as const).map((value) => ({
            value,
            label: t(`knowledge.states.${value}`),
          })),
          { value: 'due' as const, label: t('knowledge.due') },
        ]}
        onValueChange={(value) =>
          set(
            value === 'due'
              ? { due: true, status: undefined }
              : { due: undefined, status: value === ALL ? undefined : value },
          )
        }
      />
      {mayWrite && (
        <>
          <Button type="button" variant="ghost" onClick={() => onEdit('sections')}>
            {t('knowledge.editSections')}
          </Button>
          <Button type="button" variant="ghost" onClick={() => onEdit('synonyms')}>
            {t('asking.editSynonyms')}
          </Button>
        </>
      )}
    </form>
  );
}

function ArticleTable({
  rows,
  empty,
}: {
  rows: readonly ArticleSummary[];
  empty: React.ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('knowledge.area')}
      rows={rows}
      keyOf={({ id }) => id}
      empty={empty}
      className="[&_table]:min-w-[48rem]"
      columns={[
        {
          id: 'title',
          header: t('knowledge.title'),
          cell: ({ id, title }) => (
            <Link
              to="/knowledge/$articleId"
              params={{ articleId: id }}
              title={title}
              className="block truncate font-medium text-accent-text underline-offset-2 hover:underline"
            >
              {title}
            </Link>
          ),
        },
        {
          id: 'section',
          header: t('knowledge.section'),
          width: '11rem',
          cell: ({ section }) => section?.name ?? '',
        },
        {
          id: 'state',
          header: t('knowledge.state'),
          width: '11rem',
          cell: (article) => <ArticleState article={article} />,
        },
        {
          id: 'language',
          header: t('knowledge.language'),
          width: '6rem',
          cell: ({ language }) => language,
        },
        {
          id: 'updated',
          header: t('knowledge.changed'),
          width: '8rem',
          cell: ({ updatedAt }) => <Time at={updatedAt} />,
        },
      ]}
    />
  );
}
