import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuGroup, MenuSeparator } from '../../ui/menu.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { OfferPreferences } from '../offers/offer-preferences.tsx';
import { useMyAgent } from './queries.ts';
import { StatusChoices } from './status-choices.tsx';
import { ShiftEnd } from './shift-end.tsx';
import { statusValueOf, useStatusName } from './status-options.ts';
import { useStatusChange } from './use-status-change.ts';

/** Own status, since when, and the way to change it. */
export function StatusMenu() {
  const { t } = useTranslation();
  const { data } = useMyAgent();
  const nameOf = useStatusName();
  const setStatus = useStatusChange();
  if (!data) {
    return (
      <SkeletonGroup>
        <Skeleton className="h-7 w-24" />
      </SkeletonGroup>
    );
  }
  const name = nameOf(data);
  const trigger = (
    <Button variant="ghost" aria-label={t('presence.status.label', { status: name })}>
      <span className="inline-flex min-w-0 items-center gap-1.5">
        <PresenceDot presence={data.status} label="hidden" />
        <span className="max-w-40 truncate max-pane2:sr-only">{name}</span>
        <ChevronDown aria-hidden className="size-3.5! text-subtle" />
      </span>
    </Button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuGroup label={t('presence.status.title')}>
        <StatusChoices
          current={statusValueOf(data)}
          since={data.statusSince}
          onChoose={setStatus}
        />
      </MenuGroup>
      <ShiftEnd agent={data} />
      <MenuSeparator />
      <OfferPreferences />
    </Menu>
  );
}
