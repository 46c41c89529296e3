import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useBoardSearch } from '../operations/use-board-search.ts';
import { lastDays, PERIOD_DAYS } from './attainment-period.rules.ts';

/** Props of {@link AttainmentBar}. */
export type AttainmentBarProps = { days: { from: string; to: string }; file: string };

/** Chooses the period, which stands in the address, and offers the table as a file. */
export function AttainmentBar({ days, file }: AttainmentBarProps) {
  const { t } = useTranslation();
  const { change } = useBoardSearch();
  const nowMs = useNow(60_000);
  const today = lastDays(1, nowMs).to;
  return (
    <div
      role="group"
      aria-label={t('sla.attainment.period')}
      className="flex min-h-11 flex-wrap items-center gap-1.5 border-b border-line px-5 py-1.5"
    >
      {PERIOD_DAYS.map((count) => {
        const range = lastDays(count, nowMs);
        const isChosen = range.from === days.from && range.to === days.to;
        return (
          <Button
            key={count}
            size="sm"
            variant={isChosen ? 'secondary' : 'ghost'}
            aria-pressed={isChosen}
            onClick={() => change(range)}
          >
            {count === 1 ? t('sla.attainment.today') : t('sla.attainment.days', { count })}
          </Button>
        );
      })}
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          controlSize="sm"
          className="w-36"
          aria-label={t(`sla.attainment.${end}`)}
          value={days[end]}
          max={end === 'from' ? days.to : today}
          min={end === 'to' ? days.from : undefined}
          onValueChange={(day) => day !== '' && change({ ...days, [end]: day })}
        />
      ))}
      <Button
        size="sm"
        variant="ghost"
        icon={Download}
        className="ms-auto"
        onClick={() => download(file)}
      >
        {t('sla.attainment.csv')}
      </Button>
    </div>
  );
}

/** Lets the browser save what an address answers. */
export function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
