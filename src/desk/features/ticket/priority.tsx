import { ChevronsUp, ChevronUp, Minus, ChevronDown, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Priority } from '../../../contracts/tickets.ts';
import { Badge } from '../../ui/badge.tsx';
import { TONE_TEXT, type Tone } from '../../ui/tones.ts';

/** The tone of a priority. */
const PRIORITY_TONE: Record<Priority, Tone> = {
  urgent: 'critical',
  high: 'caution',
  normal: 'neutral',
  low: 'neutral',
};
const ICONS: Record<Priority, LucideIcon> = {
  urgent: ChevronsUp,
  high: ChevronUp,
  normal: Minus,
  low: ChevronDown,
};

/** A priority as an icon; nothing for normal, which most are. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  if (priority === 'normal') return null;
  const Icon = ICONS[priority];
  const label = t(`ticket.priority.${priority}`);
  return (
    <span title={label} className={TONE_TEXT[PRIORITY_TONE[priority]]}>
      <Icon aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** A priority in words; with `onlyRaised` nothing for normal and low. */
export function PriorityBadge({
  priority,
  onlyRaised,
}: {
  priority: Priority;
  onlyRaised?: boolean;
}) {
  const { t } = useTranslation();
  if (onlyRaised && (priority === 'normal' || priority === 'low')) return null;
  return (
    <Badge tone={PRIORITY_TONE[priority]} icon={ICONS[priority]}>
      {t(`ticket.priority.${priority}`)}
    </Badge>
  );
}

/** The mark of a priority in lists of choices. */
export function priorityIcon(priority: Priority) {
  const Icon = ICONS[priority];
  return <Icon aria-hidden className={TONE_TEXT[PRIORITY_TONE[priority]]} />;
}
