import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Scale } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sampleVerdictSchema, type Sample } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePageTitle } from '../../use-page-title.ts';
import { ArticleTitle } from '../article-title.tsx';
import { CaseLink } from '../case-link.tsx';
import { useJudge, useSamples } from '../queries.ts';
import { useFailure } from '../use-failure.ts';

/** Answers drawn by lot, for a person to say how they were. */
export function SamplesPage() {
  const { t } = useTranslation();
  usePageTitle(t('learning.samples.title'));
  const search = useSearch({ from: '/app/assistant/figures/samples' });
  const { data, isError, error, refetch } = useSamples(search);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-5 py-4">
      <Link
        to="/assistant/figures"
        search={search}
        className="inline-flex items-center gap-1.5 self-start text-muted underline-offset-2 hover:text-text hover:underline"
      >
        <ArrowLeft aria-hidden />
        {t('learning.samples.back')}
      </Link>
      <h2 className="mt-3 text-title font-semibold">{t('learning.samples.title')}</h2>
      <p className="max-w-message text-muted">{t('learning.samples.lead')}</p>
      {data && (
        <p className="mb-4 text-muted">{t('learning.samples.progress', { count: data.judged })}</p>
      )}
      {isError ? (
        <ApiErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows disc={false} />
      ) : data.samples.length === 0 ? (
        <EmptyState icon={Scale}>{t('learning.samples.none')}</EmptyState>
      ) : (
        <ol className="flex max-w-4xl flex-col gap-5">
          {data.samples.map((sample) => (
            <SampleItem key={sample.decisionId} sample={sample} />
          ))}
        </ol>
      )}
    </div>
  );
}

function SampleItem({ sample }: { sample: Sample }) {
  const { t, i18n } = useTranslation();
  const judge = useJudge();
  const onError = useFailure();
  const [note, setNote] = useState('');
  return (
    <li className="rounded-control border border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
        <CaseLink ticketId={sample.ticketId} number={sample.number} />
        <span className="min-w-0 flex-1 truncate font-medium">{sample.subject}</span>
        {sample.confidence !== null && (
          <Badge tone="assistant">
            {t('learning.samples.confidence', {
              value: formatPercent(sample.confidence, i18n.language),
            })}
          </Badge>
        )}
      </div>
      <div className="grid gap-x-6 gap-y-3 px-4 py-3 pane3:grid-cols-2">
        <Said title={t('learning.samples.asked')} text={sample.question} />
        <div className="min-w-0">
          <Said title={t('learning.samples.said')} text={sample.text} byAssistant />
          {sample.articles.length > 0 && (
            <p className="mt-2 flex min-w-0 flex-wrap gap-x-2 text-meta text-muted">
              {t('learning.samples.articles')}
              {sample.articles.map((article) => (
                <ArticleTitle key={article.id} {...article} />
              ))}
            </p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2">
        <TextField
          aria-label={t('learning.samples.note')}
          placeholder={t('learning.samples.note')}
          value={note}
          maxLength={1_000}
          onValueChange={setNote}
          className="min-w-48 flex-1"
        />
        {sampleVerdictSchema.options.map((verdict) => (
          <Button
            key={verdict}
            loading={judge.isPending && judge.variables?.verdict === verdict}
            onClick={() => judge.mutate({ id: sample.decisionId, verdict, note }, { onError })}
          >
            {t(`learning.verdicts.${verdict}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}

function Said({
  title,
  text,
  byAssistant = false,
}: {
  title: string;
  text: string;
  byAssistant?: boolean;
}) {
  return (
    <div className="min-w-0">
      <h3 className={byAssistant ? 'text-meta text-assistant' : 'text-meta text-muted'}>{title}</h3>
      <p className="max-h-60 overflow-y-auto break-words whitespace-pre-line">{text}</p>
    </div>
  );
}
