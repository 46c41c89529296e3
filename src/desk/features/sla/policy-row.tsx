import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlaPolicy } from '../../../contracts/sla.ts';
import { cx } from '../../lib/cx.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePolicyWords } from './use-policy-words.ts';

/** Props of {@link PolicyRow}. */
export type PolicyRowProps = {
  policy: SlaPolicy;
  /** Place in the list and how many there are. */
  place: number;
  count: number;
  /** Null for whoever may only read. */
  onOpen: (() => void) | null;
  onMove: (from: number, to: number) => void;
};

const dragType = 'application/x-sla-policy';

/** A policy in its place: dragged, or moved by its buttons. */
export function PolicyRow({ policy, place, count, onOpen, onMove }: PolicyRowProps) {
  const { t } = useTranslation();
  const words = usePolicyWords();
  const [over, setOver] = useState(false);
  const { name } = policy;
  return (
    <li
      className={cx('flex items-center gap-2 px-3 py-2', over && 'bg-accent-soft')}
      draggable={onOpen !== null}
      onDragStart={(event) => event.dataTransfer.setData(dragType, String(place))}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const from = Number(event.dataTransfer.getData(dragType));
        if (from !== place) onMove(from, place);
      }}
    >
      {onOpen && <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-subtle" />}
      <span className="w-5 shrink-0 text-end text-subtle tabular-nums">{place + 1}</span>
      <div className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          {onOpen ? (
            <button
              type="button"
              onClick={onOpen}
              className="truncate font-medium text-accent-text underline-offset-2 hover:underline"
            >
              {name}
            </button>
          ) : (
            <span className="font-medium">{name}</span>
          )}
          {!policy.enabled && <Badge>{t('sla.settings.off')}</Badge>}
        </span>
        <p className="text-meta text-muted">
          {t('sla.settings.takes')}: {words.conditions(policy.rules.conditions)}
        </p>
        <p className="text-meta text-subtle">{words.targets(policy.rules.targets)}</p>
      </div>
      <span className="hidden shrink-0 text-end text-meta text-subtle pane2:block">
        {t('sla.settings.tickets')}: <span className="tabular-nums">{policy.tickets}</span>
      </span>
      {onOpen && (
        <span className="flex shrink-0">
          <IconButton
            size="sm"
            icon={ArrowUp}
            label={t('sla.settings.up', { name })}
            disabled={place === 0}
            onClick={() => onMove(place, place - 1)}
          />
          <IconButton
            size="sm"
            icon={ArrowDown}
            label={t('sla.settings.down', { name })}
            disabled={place === count - 1}
            onClick={() => onMove(place, place + 1)}
          />
        </span>
      )}
    </li>
  );
}
