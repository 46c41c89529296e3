import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { FoundPanel } from '../classification/found-panel.tsx';
import { SignalsPanel } from '../classification/signals-panel.tsx';
import { LikenessPanel } from '../incidents/likeness-panel.tsx';
import { TicketKnowledge } from '../knowledge/asking/ticket-knowledge.tsx';
import { SlaPanel } from '../sla/sla-panel.tsx';
import { SurveyPanel } from '../surveys/survey-panel.tsx';
import { AssistantPanel } from './assistant/assistant-panel.tsx';
import { BriefPanel } from './brief/brief-panel.tsx';
import { CustomerPanel } from './customer/customer-panel.tsx';
import { PastTickets } from './customer/past-tickets.tsx';
import { FieldsPanel } from './fields/fields-panel.tsx';
import { ToldPanel } from './fields/told-panel.tsx';
import { useTicket } from './queries.ts';
import { RoutingPanel } from './routing/routing-panel.tsx';

type Tab = 'brief' | 'details' | 'assistant' | 'knowledge' | 'routing';

/** Everything about the opened ticket beside its conversation. */
export function TicketDetails({ ticketId }: { ticketId: string }) {
  const { data, isPending } = useTicket(ticketId);
  if (data) return <DetailTabs ticket={data} />;
  return isPending ? <SkeletonRows rows={8} disc={false} /> : null;
}

function DetailTabs({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const ended = ticket.session?.state === 'ended' || ticket.previous?.followup === true;
  const [chosen, setChosen] = useState<{ tab: Tab; ended: boolean } | null>(null);
  // After a chat the brief is what one reads first; while it runs, who it is. A choice made
  // while it ran does not hold beyond its end: the brief is what is needed next.
  const tab = chosen?.ended === ended ? chosen.tab : ended ? 'brief' : 'details';
  const items = [
    {
      value: 'brief' as const,
      label: t('ticket.tabs.brief'),
      panel: <BriefPanel ticket={ticket} />,
    },
    {
      value: 'details' as const,
      label: t('ticket.tabs.details'),
      panel: <Details ticket={ticket} />,
    },
    {
      value: 'assistant' as const,
      label: t('ticket.tabs.assistant'),
      panel: <AssistantPanel ticketId={ticket.id} />,
    },
    {
      value: 'knowledge' as const,
      label: t('ticket.tabs.knowledge'),
      panel: <TicketKnowledge ticketId={ticket.id} />,
    },
    {
      value: 'routing' as const,
      label: t('ticket.tabs.routing'),
      panel: <RoutingPanel ticket={ticket} />,
    },
  ];
  return (
    <Tabs
      items={items}
      value={tab}
      onValueChange={(next) => setChosen({ tab: next, ended })}
      aria-label={t('ticket.tabs.label')}
      dense
      className="flex-1"
      panelClassName="overflow-y-auto outline-offset-[-2px]"
    />
  );
}

function Details({ ticket }: { ticket: Ticket }) {
  return (
    <div className="flex flex-col">
      <CustomerPanel customer={ticket.customer} ticketId={ticket.id} />
      <SignalsPanel ticket={ticket} />
      <LikenessPanel ticketId={ticket.id} />
      <ToldPanel ticket={ticket} />
      <FoundPanel ticketId={ticket.id} />
      <SlaPanel ticketId={ticket.id} />
      <FieldsPanel ticket={ticket} />
      <SurveyPanel ticketId={ticket.id} />
      <PastTickets customerId={ticket.customer.id} exceptId={ticket.id} />
    </div>
  );
}
