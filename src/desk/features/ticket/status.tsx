import {
  Circle,
  CircleCheck,
  CircleDot,
  CirclePause,
  Clock,
  Lock,
  type LucideIcon,
} from 'lucide-react';
import type { TicketStatus } from '../../../contracts/tickets.ts';
import { TONE_TEXT, type Tone } from '../../ui/tones.ts';

const ICONS: Record<TicketStatus, LucideIcon> = {
  new: Circle,
  open: CircleDot,
  pending: Clock,
  on_hold: CirclePause,
  solved: CircleCheck,
  closed: Lock,
};
const TONES: Record<TicketStatus, Tone> = {
  new: 'info',
  open: 'accent',
  pending: 'caution',
  on_hold: 'neutral',
  solved: 'positive',
  closed: 'neutral',
};

/** The mark of a ticket's status. */
export function StatusIcon({ status }: { status: TicketStatus }) {
  const Icon = ICONS[status];
  return <Icon aria-hidden className={TONE_TEXT[TONES[status]]} />;
}
