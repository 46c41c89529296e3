import { Waves } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Surge } from '../../../contracts/board.ts';
import { formatClock } from '../../lib/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useSetSurge } from './queries.ts';

const SPANS = [
  { minutes: 30, label: 'operations.surge.for30' },
  { minutes: 60, label: 'operations.surge.for60' },
  { minutes: 240, label: 'operations.surge.for240' },
  { minutes: null, label: 'operations.surge.open' },
] as const;

function useSwitch() {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate, isPending } = useSetSurge();
  const set = (on: boolean, minutes: number | null = null) =>
    mutate(
      { on, minutes },
      {
        onError: ({ message }) =>
          toast.show({ title: t('operations.surge.failed'), detail: message, tone: 'critical' }),
      },
    );
  return { set, isPending };
}

/** Says that a surge is on, and for how long. */
export function SurgeButton({ surge }: { surge: Surge }) {
  const { t } = useTranslation();
  const { set, isPending } = useSwitch();
  if (surge.on) return null;
  return (
    <Menu
      align="end"
      trigger={
        <Button icon={Waves} loading={isPending}>
          {t('operations.surge.button')}
        </Button>
      }
    >
      <MenuGroup label={t('operations.surge.title')}>
        {SPANS.map(({ minutes, label }) => (
          <MenuItem key={label} onSelect={() => set(true, minutes)}>
            {t(label)}
          </MenuItem>
        ))}
      </MenuGroup>
      <p className="max-w-64 px-2 py-1.5 text-meta text-subtle">{t('operations.surge.hint')}</p>
    </Menu>
  );
}

/** Stands across the board while a surge is on. */
export function SurgeBanner({ surge }: { surge: Surge }) {
  const { t, i18n } = useTranslation();
  const { set, isPending } = useSwitch();
  if (!surge.on) return null;
  const time = surge.until === null ? null : formatClock(Date.parse(surge.until), i18n.language);
  return (
    <Banner
      variant="bar"
      tone="caution"
      action={
        <Button size="sm" loading={isPending} onClick={() => set(false)}>
          {t('operations.surge.end')}
        </Button>
      }
    >
      {time === null ? t('operations.surge.on') : t('operations.surge.until', { time })}
    </Banner>
  );
}
