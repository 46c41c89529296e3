import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { Tooltip } from './tooltip.tsx';

/** Classes of channel that share an agent's budget. */
export type CapacityChannel = 'messaging' | 'email' | 'voice' | 'other';

/** Props of {@link CapacityMeter}: units in use by channel, and the budget they share. */
export type CapacityMeterProps = {
  used: Partial<Record<CapacityChannel, number>>;
  budget: number;
  /** `bar` with its figure; `full` adds a line per channel. */
  detail?: 'bar' | 'full' | undefined;
  className?: string | undefined;
};

/** How much an agent carries: units used of the budget, split by channel. Past the budget the figure turns red and a mark shows where the budget ended. */
export function CapacityMeter({ used, budget, detail = 'bar', className }: CapacityMeterProps) {
  const { t } = useTranslation();
  const parts = CHANNELS.map((channel) => ({ channel, units: used[channel] ?? 0 })).filter(
    ({ units }) => units > 0,
  );
  const total = parts.reduce((sum, { units }) => sum + units, 0);
  const scale = Math.max(budget, total, 1);
  const summary = t('ui.capacity.used', { used: total, budget });
  const split = parts
    .map(({ channel, units }) => `${t(`ui.capacity.${channel}`)} ${units}`)
    .join(' · ');
  const bar = (
    <span
      role="meter"
      aria-label={t('ui.capacity.label')}
      aria-valuenow={total}
      aria-valuemin={0}
      aria-valuemax={scale}
      aria-valuetext={split ? `${summary}: ${split}` : summary}
      tabIndex={detail === 'bar' ? 0 : undefined}
      className={cx(
        'inline-flex items-center gap-2 rounded-small',
        detail === 'full' && 'w-full',
        detail === 'bar' && className,
      )}
    >
      <span
        aria-hidden
        className={cx(
          'relative flex h-1.5 gap-px overflow-hidden rounded-full bg-active',
          detail === 'full' ? 'flex-1' : 'w-20',
        )}
      >
        {parts.map(({ channel, units }) => (
          <span
            key={channel}
            className={FILLS[channel]}
            style={{ width: `${(units / scale) * 100}%` }}
          />
        ))}
        {total > budget && (
          <span
            className="absolute inset-y-0 w-1 -translate-x-1/2 border-x border-surface bg-critical-solid rtl:translate-x-1/2"
            style={{ insetInlineStart: `${(budget / scale) * 100}%` }}
          />
        )}
      </span>
      <span
        aria-hidden
        className={cx('text-meta', total > budget ? 'font-medium text-critical' : 'text-muted')}
      >
        {total}/{budget}
      </span>
    </span>
  );
  if (detail === 'bar') return <Tooltip label={split || summary}>{bar}</Tooltip>;
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      {bar}
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-meta text-muted">
        {parts.map(({ channel, units }) => (
          <li key={channel} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={cx('size-2 rounded-small', FILLS[channel])} />
            {t(`ui.capacity.${channel}`)} {units}
          </li>
        ))}
        <li className={total > budget ? 'text-critical' : 'text-subtle'}>
          {total > budget
            ? t('ui.capacity.over', { count: total - budget })
            : t('ui.capacity.free', { count: budget - total })}
        </li>
      </ul>
    </div>
  );
}

const CHANNELS: CapacityChannel[] = ['messaging', 'email', 'voice', 'other'];
const FILLS: Record<CapacityChannel, string> = {
  messaging: 'bg-series-1',
  email: 'bg-series-2',
  voice: 'bg-series-3',
  other: 'bg-series-5',
};
