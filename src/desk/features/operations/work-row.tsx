import { Link } from '@tanstack/react-router';
import { UserRoundCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardWork, Guardrails } from '../../../contracts/board.ts';
import { cx } from '../../lib/cx.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Age } from '../inbox/age.tsx';
import { SlaChip } from '../sla/sla-chip.tsx';
import { PriorityBadge, PriorityMark } from '../ticket/priority.tsx';
import type { Target } from './board.rules.ts';
import { ReassignItems } from './reassign-items.tsx';
import { FROM, WORK_GRID } from './work-columns.ts';
import { WorkReason } from './work-reason.tsx';

/** Props of {@link WorkRow}. */
export type WorkRowProps = {
  row: BoardWork;
  guardrails: Guardrails;
  chosen: boolean;
  onChoose: (range: boolean) => void;
  onReassign: (target: Target) => void;
  /** Makes the row draggable. */
  drag: object;
};

/** A piece of work with what a supervisor decides by. It can be chosen, opened, dragged and reassigned. */
export function WorkRow({ row, guardrails, chosen, onChoose, onReassign, drag }: WorkRowProps) {
  const { t } = useTranslation();
  const { ticketId, number, subject, customerName, owner, queue, priority } = row;
  return (
    <div
      {...drag}
      data-work-row={number}
      className={cx(
        WORK_GRID,
        'h-row-table border-b border-line hover:bg-hover max-pane2:h-12',
        chosen && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span
        onClickCapture={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          onChoose(true);
        }}
      >
        <Checkbox
          checked={chosen}
          onCheckedChange={() => onChoose(false)}
          aria-label={t('operations.work.choose', { number })}
        />
      </span>
      <span className={cx('truncate text-muted tabular-nums', FROM.pane2)}>#{number}</span>
      <span className="min-w-0">
        <Link
          to="/inbox/$ticketId"
          params={{ ticketId }}
          preload={false}
          draggable={false}
          title={customerName ? `${subject}\n${customerName}` : subject}
          className="flex items-center gap-1 hover:underline"
        >
          {priority !== 'normal' && (
            <span className="flex pane3:hidden">
              <PriorityMark priority={priority} />
            </span>
          )}
          <bdi className="truncate">{subject}</bdi>
        </Link>
        <span className="block truncate text-meta text-subtle pane2:hidden">
          {owner?.name ?? row.reason ?? queue.name}
        </span>
      </span>
      <Age at={row.since} className="tabular-nums" />
      <span className={cx('flex', FROM.pane2)}>
        <SlaChip sla={row.sla} />
      </span>
      <span className={cx('truncate', FROM.pane2, !owner && 'text-subtle')} title={owner?.name}>
        <bdi>{owner?.name ?? t('operations.work.nobody')}</bdi>
      </span>
      <span className={cx('truncate text-muted', FROM.pane3)} title={queue.name}>
        <bdi>{queue.name}</bdi>
      </span>
      <WorkReason row={row} guardrails={guardrails} />
      <span className={cx('flex text-muted', FROM.pane3)}>
        {priority === 'urgent' || priority === 'high' ? (
          <PriorityBadge priority={priority} />
        ) : (
          t(`ticket.priority.${priority}`)
        )}
      </span>
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            icon={UserRoundCog}
            label={t('operations.work.reassignOne', { number })}
          />
        }
      >
        <ReassignItems onChoose={onReassign} />
      </Menu>
    </div>
  );
}
