import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AssistantDecision } from '../../../../contracts/assistant-decisions.ts';
import { cx } from '../../../lib/cx.ts';
import { formatNumber, formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { TONE_SOLID, type Tone } from '../../../ui/tones.ts';

/** What was asked of the case, and why it went on or stopped. */
export function GateList({ gates }: Pick<AssistantDecision, 'gates'>) {
  const { t } = useTranslation();
  if (gates.length === 0) return <p className="text-muted">{t('record.noGates')}</p>;
  return (
    <ol className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-1">
      {gates.map(({ gate, passed, why }) => (
        <li key={gate} className={cx('flex items-start gap-1.5', !passed && 'col-span-full')}>
          {passed ? (
            <Check aria-label={t('record.passed')} className="mt-0.5 text-positive" />
          ) : (
            <X aria-label={t('record.stopped')} className="mt-0.5 text-critical" />
          )}
          <span className="min-w-0 wrap-anywhere">
            <span className="inline-block first-letter:uppercase">{gate}</span>
            {why !== '' && <span className="text-muted">: {why}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The articles with how well each fits, the quoted ones marked. */
export function PassageList({ passages }: Pick<AssistantDecision, 'passages'>) {
  const { t, i18n } = useTranslation();
  if (passages.length === 0) return <p className="text-muted">{t('record.noPassages')}</p>;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {passages.map(({ articleId, version, title, score, cited }, at) => (
        <li key={at} className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-0.5 py-1">
          <Bar share={score} width="w-20" />
          <span className="w-10 text-end tabular-nums">{formatPercent(score, i18n.language)}</span>
          <span className="min-w-0 flex-[1_1_14rem]">
            <Link
              to="/knowledge/$articleId"
              params={{ articleId }}
              preload={false}
              className="text-accent-text wrap-anywhere hover:underline"
            >
              <bdi>{title}</bdi>
            </Link>{' '}
            <span className="text-meta whitespace-nowrap text-subtle">
              {t('record.version', { version })}
            </span>
          </span>
          {cited && <Badge tone="assistant">{t('record.cited')}</Badge>}
        </li>
      ))}
    </ol>
  );
}

/** How sure it was beside the least it needed, and every signal. */
export function ConfidencePart({
  confidence,
  threshold,
  signals,
}: Pick<AssistantDecision, 'confidence' | 'threshold' | 'signals'>) {
  const { t, i18n } = useTranslation();
  if (confidence === null) return <p className="text-muted">{t('record.noConfidence')}</p>;
  const names = Object.entries(signals).toSorted(([one], [two]) => one.localeCompare(two));
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-[1.25rem] font-semibold tabular-nums">
          {formatPercent(confidence, i18n.language)}
        </span>
        <Bar
          share={confidence}
          mark={threshold}
          width="w-60"
          tone={threshold !== null && confidence < threshold ? 'caution' : 'assistant'}
        />
        {threshold !== null && (
          <span className="text-muted tabular-nums">
            {t('record.threshold', { threshold: formatPercent(threshold, i18n.language) })}
          </span>
        )}
      </p>
      {names.length > 0 && (
        <details>
          <summary className="w-fit cursor-default text-accent-text hover:underline">
            {t('record.signals', { count: names.length })}
          </summary>
          <dl className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6 gap-y-0.5 text-meta">
            {names.map(([name, value]) => (
              <div key={name} className="flex justify-between gap-3 border-b border-line py-0.5">
                <dt className="min-w-0 truncate text-muted" title={name}>
                  {inWords(name)}
                </dt>
                <dd className="tabular-nums">{formatNumber(value, i18n.language, 3)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function Bar({
  share,
  mark = null,
  width,
  tone = 'assistant',
}: {
  share: number;
  /** Where the least that is needed stands. */
  mark?: number | null;
  width: string;
  tone?: Tone;
}) {
  return (
    <span aria-hidden className={cx('relative h-1.5 max-w-full rounded-full bg-active', width)}>
      <span
        className={cx('absolute inset-y-0 start-0 rounded-full', TONE_SOLID[tone])}
        style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
      {mark !== null && (
        <span
          className="absolute -inset-y-1 w-0.5 bg-text"
          style={{ insetInlineStart: `${mark * 100}%` }}
        />
      )}
    </span>
  );
}

/** `topScore` or `top_score` as `top score`. */
function inWords(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
