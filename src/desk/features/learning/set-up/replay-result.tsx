import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Replay } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Section } from '../../../shell/page.tsx';
import { ApiErrorState } from '../../../ui/api-error-state.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useReplay, useStartReplay } from '../queries.ts';
import { useFailure } from '../use-failure.ts';
import { CurvePicture } from './curve-picture.tsx';
import { ReplayExamples } from './replay-examples.tsx';
import { SwitchOn } from './switch-on.tsx';

/** What the assistant would have done with past cases, and the buttons that switch it on. */
export function ReplayResult({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, isError, error, refetch } = useReplay(id);
  return (
    <div className="flex max-w-5xl flex-col">
      <Link
        to="/assistant/set-up"
        className="inline-flex items-center gap-1.5 self-start text-muted underline-offset-2 hover:text-text hover:underline"
      >
        <ArrowLeft aria-hidden />
        {t('learning.setUp.back')}
      </Link>
      {isError ? (
        <ApiErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows disc={false} />
      ) : (
        <Shown replay={data} />
      )}
    </div>
  );
}

function Shown({ replay }: { replay: Replay }) {
  const { t } = useTranslation();
  const { category, state, total, done, curve } = replay;
  return (
    <>
      <div className="mt-3 mb-4 flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 flex-1 text-title font-semibold">
          {t('learning.setUp.title', { category })}
        </h2>
        {state !== 'running' && <Again category={category} />}
      </div>
      {state === 'running' ? (
        <ProgressBar
          value={total === 0 ? null : done / total}
          label={t('learning.setUp.asking')}
          tone="assistant"
          className="max-w-md"
        />
      ) : (
        <>
          {state === 'failed' && <Banner tone="critical">{t('learning.setUp.failed')}</Banner>}
          <Advice replay={replay} />
          {done > 0 && (
            <Section title={t('learning.setUp.curve')} lead={t('learning.setUp.curveLead')}>
              <CurvePicture curve={curve} recommended={replay.recommended?.threshold ?? null} />
            </Section>
          )}
          <Section title={t('learning.setUp.go')} lead={t('learning.setUp.goLead')}>
            <SwitchOn replay={replay} />
          </Section>
          {replay.examples.length > 0 && (
            <Section title={t('learning.setUp.examples')} lead={t('learning.setUp.examplesLead')}>
              <ReplayExamples examples={replay.examples} />
            </Section>
          )}
        </>
      )}
    </>
  );
}

function Advice({ replay: { advice, recommended, done, aim } }: { replay: Replay }) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => formatPercent(share, i18n.language);
  if (recommended === null || advice !== 'recommended')
    return (
      <Banner tone="caution" className="mb-5">
        {t(advice === 'too_few' ? 'learning.setUp.too_few' : 'learning.setUp.unreachable', {
          cases: done,
          aim: percent(aim),
        })}
      </Banner>
    );
  const { threshold, precision, coverage, right, judged, low, high } = recommended;
  return (
    <Banner tone="assistant" className="mb-5">
      <p className="font-medium">
        {t('learning.setUp.recommended', {
          threshold: percent(threshold),
          precision: percent(precision ?? 0),
          coverage: percent(coverage),
        })}
      </p>
      <p className="text-muted">
        {t('learning.setUp.recommendedBasis', {
          cases: done,
          right,
          judged,
          low: percent(low),
          high: percent(high),
        })}
      </p>
    </Banner>
  );
}

function Again({ category }: { category: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const onError = useFailure();
  const start = useStartReplay();
  return (
    <Button
      loading={start.isPending}
      onClick={() =>
        start.mutate(category, {
          onError,
          onSuccess: ({ id }) => void navigate({ to: '/assistant/set-up', search: { replay: id } }),
        })
      }
    >
      {t('learning.setUp.again')}
    </Button>
  );
}
