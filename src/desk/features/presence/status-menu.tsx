import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { agentStatusSchema, type AgentStatus } from '../../../contracts/people.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuChoices, MenuGroup, MenuSeparator } from '../../ui/menu.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { OfferPreferences } from '../offers/offer-preferences.tsx';
import { useMyAgent } from './queries.ts';
import { useStatusChange } from './use-status-change.ts';

/** Own status, since when, and the way to change it. */
export function StatusMenu() {
  const { t } = useTranslation();
  const { data } = useMyAgent();
  const setStatus = useStatusChange();
  if (!data) {
    return (
      <SkeletonGroup>
        <Skeleton className="h-7 w-24" />
      </SkeletonGroup>
    );
  }
  const { status, statusSince } = data;
  const name = t(`ui.presence.${status}`);
  const trigger = (
    <Button variant="ghost" aria-label={t('presence.status.label', { status: name })}>
      <span className="inline-flex items-center gap-1.5">
        <PresenceDot presence={status} label="hidden" />
        <span className="max-pane2:sr-only">{name}</span>
        <ChevronDown aria-hidden className="size-3.5! text-subtle" />
      </span>
    </Button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuGroup label={t('presence.status.title')}>
        <MenuChoices value={status} onValueChange={setStatus}>
          {agentStatusSchema.options.map((option) => (
            <MenuChoice
              key={option}
              value={option}
              mark={<PresenceDot presence={option} label="hidden" />}
              hint={<StatusHint option={option} since={option === status ? statusSince : null} />}
            >
              {t(`ui.presence.${option}`)}
            </MenuChoice>
          ))}
        </MenuChoices>
      </MenuGroup>
      <MenuSeparator />
      <OfferPreferences />
    </Menu>
  );
}

function StatusHint({ option, since }: { option: AgentStatus; since: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`presence.status.${option}`)}
      {since && (
        <>
          {' · '}
          {t('presence.status.since')} <Time at={since} />
        </>
      )}
    </>
  );
}
