import { useTranslation } from 'react-i18next';
import type { ModelTrial } from '../../../contracts/models.ts';
import { formatNumber } from '../../lib/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { formatMoney } from './money.ts';

/** What a try brought: the answer and what it took, or what is wrong and what to do about it. */
export function TrialResult({ trial, currency }: { trial: ModelTrial; currency: string }) {
  const { t, i18n } = useTranslation();
  const { ok, answer, cause, cure, latencyMs, tokens, cost } = trial;
  return (
    <Banner tone={ok ? 'positive' : 'critical'}>
      <p className="break-words">
        {ok ? t('models.trial.works', { answer: answer ?? '' }) : cause}
      </p>
      {!ok && <p className="break-words">{cure}</p>}
      {latencyMs !== null && (
        <p className="text-meta text-muted tabular-nums">
          {t('models.trial.took', {
            seconds: formatNumber(latencyMs / 1_000, i18n.language, 2),
            tokens: formatNumber(tokens, i18n.language),
            cost: formatMoney(cost, currency, i18n.language),
          })}
        </p>
      )}
    </Banner>
  );
}
