import { GripVertical, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../contracts/triggers.ts';
import { cx } from '../../lib/cx.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useSwitchTrigger } from './queries.ts';

/** Props of {@link TriggerRow}. */
export type TriggerRowProps = {
  trigger: Trigger;
  place: number;
  mayMove: boolean;
  isDragged: boolean;
  onOpen: () => void;
  onMove: (by: 1 | -1) => void;
  onDrag: (id: string | null) => void;
  onDrop: () => void;
};

/** One rule of the list; its handle is dragged, or moved with the arrow keys. */
export function TriggerRow(props: TriggerRowProps) {
  const { trigger, place, mayMove, isDragged } = props;
  const { t } = useTranslation();
  return (
    <li
      className={cx(
        'flex min-h-row-table flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-0',
        isDragged && 'opacity-50',
      )}
      onDragOver={(event) => {
        if (mayMove) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      {mayMove && <Handle {...props} />}
      <span className="w-5 shrink-0 text-end text-meta text-subtle tabular-nums">{place + 1}</span>
      <Enable trigger={trigger} />
      <div className="min-w-40 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={cx('font-medium', !trigger.enabled && 'text-muted')}>
            {trigger.name}
          </span>
          {trigger.kind === 'messaging' && <Badge>{t('triggers.messaging')}</Badge>}
          {trigger.timed && <Badge>{t('triggers.timed')}</Badge>}
        </div>
        {trigger.description && (
          <p className="truncate text-meta text-muted" title={trigger.description}>
            {trigger.description}
          </p>
        )}
      </div>
      <Counts runs={trigger.runs} />
      <OpenButton onOpen={props.onOpen} />
    </li>
  );
}

function OpenButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('trigger:write');
  return (
    <Button size="sm" variant="ghost" onClick={onOpen}>
      {t(mayWrite ? 'triggers.edit' : 'triggers.view')}
    </Button>
  );
}

function Handle({ trigger, onMove, onDrag }: TriggerRowProps) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const label = t('triggers.move', { name: trigger.name });
  return (
    <button
      type="button"
      draggable
      aria-label={label}
      title={label}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', trigger.id);
        onDrag(trigger.id);
      }}
      onDragEnd={() => onDrag(null)}
      className="flex size-control-sm shrink-0 cursor-grab items-center justify-center rounded-control text-subtle hover:bg-hover active:cursor-grabbing"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
}

function Enable({ trigger }: { trigger: Trigger }) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayWrite = useMay('trigger:write');
  const change = useSwitchTrigger();
  const onError = (error: Error) =>
    toast.show({ title: t('triggers.switchFailed'), detail: error.message, tone: 'critical' });
  return (
    <Switch
      aria-label={t('triggers.enabled', { name: trigger.name })}
      checked={change.isPending ? change.variables.enabled : trigger.enabled}
      disabled={!mayWrite}
      onCheckedChange={(enabled) => change.mutate({ id: trigger.id, enabled }, { onError })}
    />
  );
}

function Counts({ runs }: { runs: Trigger['runs'] }) {
  const { t } = useTranslation();
  if (runs.lastAt === null)
    return <span className="text-meta text-subtle">{t('triggers.never')}</span>;
  return (
    <span className="flex items-center gap-1.5 text-meta text-muted tabular-nums">
      {runs.failed > 0 && (
        <TriangleAlert
          className="size-3.5 text-caution"
          aria-label={t('triggers.failedToday', { count: runs.failed })}
        />
      )}
      {t('triggers.runs', { count: runs.lastDay })}, {t('triggers.lastRun')}{' '}
      <Time at={runs.lastAt} />
    </span>
  );
}
