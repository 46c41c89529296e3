import { Layers, PhoneCall } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, BoardWork } from '../../../contracts/board.ts';
import { cx } from '../../lib/cx.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { byRoom, presenceOf, type Target } from './board.rules.ts';
import { useDragging } from './dragging.tsx';

type Place = { key: string; name: string; target: Target; mark: ReactNode; figure: ReactNode };

/** Agents and queues beside the list: work is dropped on them. The menu of a row does the same by keyboard. */
export function DropTargets({
  board,
  onDrop,
}: {
  board: Board;
  onDrop: (rows: readonly BoardWork[], target: Target) => void;
}) {
  const { t } = useTranslation();
  const { rows } = useDragging();
  const places = [...agentPlaces(board), ...queuePlaces(board)];
  return (
    <aside
      aria-label={t('operations.work.targets')}
      className="flex w-64 shrink-0 flex-col border-s border-line max-pane3:hidden"
    >
      <h2 className="flex h-8 shrink-0 items-center border-b border-line px-3 text-meta font-medium text-subtle">
        {t('operations.work.targets')}
      </h2>
      <VirtualList
        items={places}
        keyOf={({ key }) => key}
        rowHeight={32}
        label={t('operations.work.targets')}
        held={rows !== null}
        renderRow={(place) => <DropRow place={place} onDrop={onDrop} />}
      />
    </aside>
  );
}

function agentPlaces({ agents }: Board): Place[] {
  return byRoom(agents).map((agent) => ({
    key: agent.id,
    name: agent.name,
    target: { kind: 'agent', id: agent.id, name: agent.name },
    mark: <Avatar name={agent.name} id={agent.id} size="sm" presence={presenceOf(agent)} />,
    figure: (
      <>
        {agent.onCallSince !== null && <OnCall />}
        {agent.capacity.used}/{agent.capacity.budget}
      </>
    ),
  }));
}

function queuePlaces({ queues }: Board): Place[] {
  return queues.map((queue) => ({
    key: queue.id,
    name: queue.name,
    target: { kind: 'queue', queue },
    mark: <Layers aria-hidden className="m-0.5 text-subtle" />,
    figure: queue.waiting,
  }));
}

function OnCall() {
  const { t } = useTranslation();
  return (
    <PhoneCall
      role="img"
      aria-label={t('ticket.assign.onCall')}
      className="size-3.5 text-accent-text"
    />
  );
}

function DropRow({
  place: { key, name, target, mark, figure },
  onDrop,
}: {
  place: Place;
  onDrop: (rows: readonly BoardWork[], target: Target) => void;
}) {
  const { rows } = useDragging();
  const [over, setOver] = useState(false);
  return (
    <div
      data-drop-target={key}
      onDragOver={(event) => {
        if (rows === null) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (rows !== null) onDrop(rows, target);
      }}
      className={cx(
        'flex h-row items-center gap-2 border-b border-line px-3',
        rows !== null && 'bg-quiet',
        over && 'bg-accent-soft! text-accent-text',
      )}
    >
      {mark}
      <span className="min-w-0 flex-1 truncate" title={name}>
        <bdi>{name}</bdi>
      </span>
      <span className="flex items-center gap-1.5 text-meta text-muted tabular-nums">{figure}</span>
    </div>
  );
}
