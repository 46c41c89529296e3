import { Siren, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Incident, Likeness } from '../../../contracts/incidents.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ArticleLink } from '../knowledge/asking/article-link.tsx';
import { DetailSection } from '../ticket/detail-section.tsx';
import { LikeTickets } from './like-tickets.tsx';
import { useLeaveGroup, useLikeness } from './queries.ts';

/** Whether others have written about the same thing, and what is known of it; nothing where nobody has. */
export function LikenessPanel({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { data } = useLikeness(ticketId);
  if (!data) return null;
  const hidden = data.total - 1 - data.tickets.length;
  return (
    <DetailSection title={t('incidents.title')}>
      <div className="flex flex-col gap-2">
        <Standing likeness={data} />
        {data.incident && <Message incident={data.incident} />}
        {data.tickets.length > 0 && (
          <nav aria-label={t('incidents.others')}>
            <LikeTickets tickets={data.tickets.slice(0, 5)} />
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 text-meta text-subtle">
          {hidden + Math.max(0, data.tickets.length - 5) > 0 &&
            t('incidents.more', { count: hidden + Math.max(0, data.tickets.length - 5) })}
          <Leave ticketId={ticketId} />
        </div>
      </div>
    </DetailSection>
  );
}

function Standing({ likeness }: { likeness: Likeness }) {
  const { t } = useTranslation();
  const { incident, lastHour, lastDay, total } = likeness;
  return (
    <div className="flex flex-wrap gap-x-2 gap-y-1">
      {incident && (
        <Badge tone={incident.state === 'open' ? 'critical' : 'neutral'} icon={Siren}>
          {t(incident.state === 'open' ? 'incidents.known' : 'incidents.over', {
            title: incident.title,
          })}
        </Badge>
      )}
      <Badge tone={lastHour > 2 ? 'caution' : 'neutral'} icon={Users}>
        {total === 1
          ? t('incidents.alone')
          : lastHour > 1
            ? t('incidents.hour', { count: lastHour })
            : lastDay > 1
              ? t('incidents.day', { count: lastDay })
              : t('incidents.total', { count: total })}
      </Badge>
    </div>
  );
}

function Message({ incident: { message, article } }: { incident: Incident }) {
  const { t } = useTranslation();
  return (
    <>
      {message !== '' && (
        <p
          dir="auto"
          title={t('incidents.message')}
          className="rounded-control border border-line bg-sunken px-2 py-1.5 text-start whitespace-pre-wrap wrap-anywhere"
        >
          {message}
        </p>
      )}
      {article && <ArticleLink source={article} />}
    </>
  );
}

function Leave({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const leave = useLeaveGroup(ticketId);
  return (
    <Button
      size="sm"
      variant="ghost"
      loading={leave.isPending}
      onClick={() =>
        leave.mutate(undefined, {
          onSuccess: () => toast.show({ title: t('incidents.left') }),
          onError: ({ message }) =>
            toast.show({ title: t('incidents.notDone'), detail: message, tone: 'critical' }),
        })
      }
    >
      {t('incidents.leave')}
    </Button>
  );
}
