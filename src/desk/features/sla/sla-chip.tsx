import { useTranslation } from 'react-i18next';
import { AlarmClock, AlarmClockOff, Pause } from 'lucide-react';
import type { SlaChip as Chip } from '../../../contracts/sla-chip.ts';
import { useNow } from '../../lib/clock.tsx';
import { formatDuration } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tones.ts';

const tones: Record<Chip['state'], Tone> = {
  active: 'neutral',
  at_risk: 'caution',
  breached: 'critical',
  paused: 'neutral',
};
const icons = { active: AlarmClock, at_risk: AlarmClock, breached: AlarmClockOff, paused: Pause };

/**
 * The promise of a ticket in a row of a list: how long is left, in colour only when it is at risk or
 * broken. `quiet` shows those two alone.
 */
export function SlaChip({ sla, quiet = false }: { sla: Chip | null; quiet?: boolean }) {
  const { t } = useTranslation();
  const nowMs = useNow(30_000);
  if (sla === null) return null;
  const isLoud = sla.state === 'at_risk' || sla.state === 'breached';
  if (quiet && !isLoud) return null;
  const span = sla.dueAt === null ? '' : formatDuration(Date.parse(sla.dueAt) - nowMs);
  const label = t(`sla.chip.${sla.state}`, { metric: t(`sla.metric.${sla.metric}`), span });
  return (
    <span title={label} className="inline-flex shrink-0">
      <Badge
        variant={isLoud ? 'soft' : 'plain'}
        tone={tones[sla.state]}
        icon={icons[sla.state]}
        className="tabular-nums"
      >
        <span aria-hidden>{span}</span>
        <span className="sr-only">{label}</span>
      </Badge>
    </span>
  );
}
