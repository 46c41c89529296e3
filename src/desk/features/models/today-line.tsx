import { useTranslation } from 'react-i18next';
import type { ModelProvider } from '../../../contracts/models.ts';
import { formatNumber } from '../../lib/format.ts';
import { formatMoney } from './money.ts';

/** What a provider did since midnight UTC, against its budget. */
export function TodayLine({ provider, currency }: { provider: ModelProvider; currency: string }) {
  const { t, i18n } = useTranslation();
  const { today, dailyTokens, dailyCost } = provider;
  const number = (value: number) => formatNumber(value, i18n.language);
  const money = (value: number) => formatMoney(value, currency, i18n.language);
  const tokens =
    dailyTokens === null
      ? t('models.tokens', { tokens: number(today.tokens) })
      : t('models.ofTokens', { tokens: number(today.tokens), limit: number(dailyTokens) });
  const cost =
    dailyCost === null
      ? money(today.cost)
      : t('models.ofCost', { cost: money(today.cost), limit: money(dailyCost) });
  return (
    <p className="flex flex-wrap gap-x-3 text-meta text-subtle tabular-nums">
      <span>{t('models.today')}</span>
      <span>{t('models.todayCalls', { count: today.calls })}</span>
      {today.failed > 0 && (
        <span className="text-caution">{t('models.todayFailed', { count: today.failed })}</span>
      )}
      <span>{tokens}</span>
      <span>{cost}</span>
    </p>
  );
}
