import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { agentStatusSchema, type AgentStatus } from '../../../contracts/people.ts';
import type { CustomStatus } from '../../../contracts/team.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuChoices, MenuGroup, MenuSeparator } from '../../ui/menu.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { OfferPreferences } from '../offers/offer-preferences.tsx';
import { useTeam } from '../team/queries.ts';
import { useMyAgent } from './queries.ts';
import { useStatusChange } from './use-status-change.ts';

/** Own status, since when, and the way to change it. */
export function StatusMenu() {
  const { t } = useTranslation();
  const { data } = useMyAgent();
  const { data: own = [] } = useTeam('statuses');
  const setStatus = useStatusChange();
  if (!data) {
    return (
      <SkeletonGroup>
        <Skeleton className="h-7 w-24" />
      </SkeletonGroup>
    );
  }
  const { status, statusSince, customStatus } = data;
  const name = customStatus?.name ?? t(`ui.presence.${status}`);
  const current = customStatus?.id ?? status;
  const choose = (value: string) => {
    const builtIn = agentStatusSchema.safeParse(value);
    const custom = own.find(({ id }) => id === value);
    if (builtIn.success) setStatus(builtIn.data);
    else if (custom) setStatus(custom);
  };
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
        <MenuChoices value={current} onValueChange={choose}>
          {agentStatusSchema.options.map((option) => (
            <MenuChoice
              key={option}
              value={option}
              mark={<PresenceDot presence={option} label="hidden" />}
              hint={<StatusHint option={option} since={option === current ? statusSince : null} />}
            >
              {t(`ui.presence.${option}`)}
            </MenuChoice>
          ))}
          {own.map(({ id, name: label, takes, transfers }) => (
            <MenuChoice
              key={id}
              value={id}
              mark={<PresenceDot presence={nearestDot(takes, transfers)} label="hidden" />}
              hint={<OwnHint takes={takes} since={id === current ? statusSince : null} />}
            >
              {label}
            </MenuChoice>
          ))}
        </MenuChoices>
      </MenuGroup>
      <MenuSeparator />
      <OfferPreferences />
    </Menu>
  );
}

function nearestDot(takes: CustomStatus['takes'], transfers: boolean): AgentStatus {
  if (takes.includes('messaging') || takes.includes('call')) return 'online';
  if (takes.includes('email')) return 'away';
  return transfers ? 'transfers_only' : 'offline';
}

function OwnHint({ takes, since }: Pick<CustomStatus, 'takes'> & { since: string | null }) {
  const { t } = useTranslation();
  const words = takes.map((one) => t(`presence.status.of.${one}`)).join(', ');
  return (
    <>
      {takes.length > 0
        ? t('presence.status.takes', { what: words })
        : t('presence.status.takesNothing')}
      {since && (
        <>
          {' · '}
          {t('presence.status.since')} <Time at={since} />
        </>
      )}
    </>
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
