import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { prioritySchema, type Ticket } from '../../../../contracts/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { Time } from '../../../ui/time.tsx';
import { CategoryChoice } from '../category-choice.tsx';
import { DetailRow, DetailSection, QUIET } from '../detail-section.tsx';
import { priorityIcon } from '../priority.tsx';
import { useGroups } from '../queries.ts';
import { SETTABLE_STATUSES } from '../status-control.tsx';
import { StatusIcon } from '../status.tsx';
import { useStatusOf, useTicketChange } from '../use-ticket-change.ts';
import { SkillsField } from './skills-field.tsx';
import { TagsField } from './tags-field.tsx';

const NONE = '';

/** The fields of a ticket, each changed where it stands. */
export function FieldsPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const setStatus = useStatusOf(ticket);
  const { change } = useTicketChange(ticket);
  const { data: groups = [] } = useGroups();
  const closed = ticket.status === 'closed';
  const statuses = SETTABLE_STATUSES.map((value) => ({
    value: value as Ticket['status'],
    label: t(`ticket.status.${value}`),
    mark: <StatusIcon status={value} />,
  }));
  const shown = statuses.some(({ value }) => value === ticket.status)
    ? statuses
    : [
        {
          value: ticket.status,
          label: t(`ticket.status.${ticket.status}`),
          mark: <StatusIcon status={ticket.status} />,
          disabled: true,
        },
        ...statuses,
      ];
  return (
    <DetailSection title={t('ticket.sections.ticket')}>
      <dl>
        <DetailRow label={t('ticket.field.status')}>
          <Select
            className={QUIET}
            aria-label={t('ticket.field.status')}
            disabled={closed}
            value={ticket.status}
            options={shown}
            onValueChange={(status) => status !== 'new' && status !== 'closed' && setStatus(status)}
          />
        </DetailRow>
        <DetailRow label={t('ticket.field.priority')}>
          <Select
            className={QUIET}
            aria-label={t('ticket.field.priority')}
            disabled={closed}
            value={ticket.priority}
            options={prioritySchema.options.map((value) => ({
              value,
              label: t(`ticket.priority.${value}`),
              mark: priorityIcon(value),
            }))}
            onValueChange={(priority) =>
              change(
                { priority },
                {
                  title: t('ticket.changed.priority', { value: t(`ticket.priority.${priority}`) }),
                  undo: { priority: ticket.priority },
                },
              )
            }
          />
        </DetailRow>
        <DetailRow label={t('ticket.field.category')}>
          <CategoryChoice
            className={QUIET}
            aria-label={t('ticket.field.category')}
            disabled={closed}
            value={ticket.category}
            onValueChange={(category) => change({ category })}
          />
        </DetailRow>
        <DetailRow label={t('ticket.field.group')}>
          <Select
            className={QUIET}
            aria-label={t('ticket.field.group')}
            disabled={closed}
            value={ticket.group?.id ?? NONE}
            options={[
              { value: NONE, label: t('ticket.field.noGroup') },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValueChange={(groupId) => change({ groupId: groupId === NONE ? null : groupId })}
          />
        </DetailRow>
        <TagsField ticket={ticket} />
        <SkillsField ticket={ticket} />
        <Facts ticket={ticket} />
      </dl>
      <Requeue ticket={ticket} />
    </DetailSection>
  );
}

function Facts({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  return (
    <>
      <DetailRow label={t('ticket.field.assignee')}>
        {ticket.assignee?.name ?? <span className="text-subtle">{t('ticket.field.nobody')}</span>}
      </DetailRow>
      {ticket.queue && <DetailRow label={t('ticket.field.queue')}>{ticket.queue.name}</DetailRow>}
      <DetailRow label={t('ticket.field.created')}>
        <Time at={ticket.createdAt} />
      </DetailRow>
    </>
  );
}

/** A chat that ended without becoming email work can be brought back into the queues. */
function Requeue({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { change, isPending } = useTicketChange(ticket);
  const done = ticket.status === 'solved' || ticket.status === 'closed';
  if (ticket.session?.state !== 'ended' || ticket.routingChannel === 'email' || done) return null;
  return (
    <div className="mt-2 rounded-control border border-line bg-sunken p-2">
      <p className="mb-2 text-meta text-muted">{t('ticket.field.requeueHint')}</p>
      <Button
        size="sm"
        icon={Mail}
        loading={isPending}
        onClick={() => change({ routingChannel: 'email' })}
      >
        {t('ticket.field.requeue')}
      </Button>
    </div>
  );
}
