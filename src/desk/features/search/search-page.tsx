import { Link, useSearch } from '@tanstack/react-router';
import { Search, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SearchResults } from '../../../contracts/search.ts';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../use-page-title.ts';
import { CustomerHitLines, TicketHitLines } from './hits.tsx';
import { useSearchPages } from './queries.ts';

/** All that a search finds, tickets and customers apart. */
export function SearchPage() {
  const { t } = useTranslation();
  const { q = '' } = useSearch({ from: '/app/search' });
  const query = q.trim();
  usePageTitle(query === '' ? t('search.title') : t('search.titleFor', { query }));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 py-5">
        <h1 className="text-title font-semibold wrap-anywhere">
          {query === '' ? t('search.title') : t('search.titleFor', { query })}
        </h1>
        {query === '' ? (
          <EmptyState icon={Search}>{t('search.start')}</EmptyState>
        ) : (
          <Results query={query} />
        )}
        <p className="text-meta text-subtle">{t('search.examples')}</p>
      </div>
    </div>
  );
}

function Results({ query }: { query: string }) {
  const { t } = useTranslation();
  const pages = useSearchPages(query);
  if (pages.isPending) return <SkeletonRows rows={8} />;
  if (pages.isError) {
    return (
      <ApiErrorState
        error={pages.error}
        onRetry={() => void pages.refetch()}
        retrying={pages.isFetching}
      />
    );
  }
  const first = pages.data.pages[0];
  const tickets = pages.data.pages.flatMap((page) => page.tickets);
  const customers = first?.customers ?? [];
  return (
    <>
      {first?.corrected && (
        <p role="status" className="text-muted">
          {t('search.corrected', { query: first.corrected })}
        </p>
      )}
      {first?.hints.map((hint) => (
        <p key={hint} role="status" className="text-muted wrap-anywhere">
          {hint}
        </p>
      ))}
      {tickets.length === 0 && customers.length === 0 && (
        <EmptyState icon={SearchX}>{t('search.none', { query })}</EmptyState>
      )}
      {customers.length > 0 && <Customers customers={customers} />}
      {tickets.length > 0 && (
        <section>
          <h2 className="mb-1 font-semibold">{t('search.tickets')}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {tickets.map((hit) => (
              <li key={hit.ticket.id}>
                <Link
                  to="/inbox/$ticketId"
                  params={{ ticketId: hit.ticket.id }}
                  search={{ view: 'all_open' }}
                  preload={false}
                  className="flex px-2 py-2 outline-offset-[-2px] hover:bg-hover"
                >
                  <TicketHitLines hit={hit} />
                </Link>
              </li>
            ))}
          </ul>
          {pages.hasNextPage && (
            <Button
              className="mt-3"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('search.more')}
            </Button>
          )}
        </section>
      )}
    </>
  );
}

function Customers({ customers }: { customers: SearchResults['customers'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('search.customers')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {customers.map((hit) => (
          <li key={hit.id}>
            <Link
              to="/inbox"
              search={{ f: { customer: hit.id } }}
              className="flex px-2 py-2 outline-offset-[-2px] hover:bg-hover"
            >
              <CustomerHitLines hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
