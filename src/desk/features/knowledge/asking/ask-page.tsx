import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPassage } from '../../../../contracts/answers.ts';
import { Page, Section } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePageTitle } from '../../use-page-title.ts';
import { Confidence } from './confidence.tsx';
import { FoundAnswer } from './found-answer.tsx';
import { FoundPassageItem } from './found-passage.tsx';
import { useKnowledgeAnswer } from './queries.ts';

/** The test bench: a question, what is found, how sure Segue is and what it would do. */
export function AskPage() {
  const { t } = useTranslation();
  usePageTitle(t('asking.area'));
  const { q, audience } = useSearch({ from: '/app/knowledge/ask' });
  const found = useKnowledgeAnswer(q ? { text: q, audience } : null);
  return (
    <Page title={t('asking.area')} lead={t('asking.lead')} actions={<Back />} bar={<Question />}>
      {found.isError ? (
        <ApiErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <div className="max-w-4xl" aria-busy={found.isFetching}>
          <Section title={t('asking.decision')}>
            <Confidence answer={found.data} />
          </Section>
          <Section title={t('asking.answer')}>
            <FoundAnswer answer={found.data} />
          </Section>
          <Section title={t('asking.passages')}>
            <ol className="flex flex-col divide-y divide-line">
              {told(found.data.passages).map((passage) => (
                <FoundPassageItem key={passage.articleId} passage={passage} />
              ))}
            </ol>
          </Section>
        </div>
      ) : found.isLoading ? (
        <SkeletonRows disc={false} />
      ) : (
        <EmptyState icon={MessageCircleQuestion}>{t('asking.nothingAsked')}</EmptyState>
      )}
    </Page>
  );
}

/** Those that only fill the list are left out; the first ones show how far apart they are. */
function told(passages: readonly FoundPassage[]): FoundPassage[] {
  return passages.filter(({ score }, place) => place < 3 || score >= 0.005);
}

function Back() {
  const { t } = useTranslation();
  return (
    <Link
      to="/knowledge"
      className="inline-flex items-center gap-1.5 text-muted underline-offset-2 hover:text-text hover:underline"
    >
      <ArrowLeft aria-hidden />
      {t('knowledge.area')}
    </Link>
  );
}

function Question() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/app/knowledge/ask' });
  const [words, setWords] = useState(search.q ?? '');
  const ask = (next: Partial<typeof search>) =>
    void navigate({ to: '/knowledge/ask', search: { ...search, ...next }, replace: true });
  return (
    <form
      role="search"
      className="flex flex-wrap items-center gap-2 border-b border-line px-5 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        ask({ q: words.trim() || undefined });
      }}
    >
      <TextField
        aria-label={t('asking.question')}
        placeholder={t('asking.question')}
        value={words}
        onValueChange={setWords}
        className="min-w-60 flex-1"
      />
      <Select
        aria-label={t('asking.audience')}
        className="w-40"
        value={search.audience}
        options={(['customer', 'agent'] as const).map((value) => ({
          value,
          label: t(`asking.audiences.${value}`),
        }))}
        onValueChange={(audience) => ask({ audience })}
      />
      <Button type="submit" variant="primary" disabled={words.trim() === ''}>
        {t('asking.ask')}
      </Button>
      <span className="w-full text-meta text-subtle">
        {t(`asking.audienceHint.${search.audience}`)}
      </span>
    </form>
  );
}
