import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  customerSchema,
  type ChangeCustomer,
  type Customer,
} from '../../../../contracts/people.ts';
import { customerName } from '../../../lib/customer-name.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Select } from '../../../ui/select.tsx';
import { Time } from '../../../ui/time.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CustomerData } from '../../privacy/customer-data.tsx';
import { DeletedCustomer } from '../../privacy/deleted-customer.tsx';
import { SatisfactionRow } from '../../surveys/satisfaction-row.tsx';
import { DetailRow, DetailSection, QUIET } from '../detail-section.tsx';
import { EditableText } from '../editable-text.tsx';
import { AddAttribute } from './add-attribute.tsx';
import { useChangeCustomer } from './queries.ts';

type CustomerPanelProps = { customer: Customer; ticketId: string };

/** Who the customer is, as far as it is known; each value is edited where it stands. */
export function CustomerPanel({ customer, ticketId }: CustomerPanelProps) {
  if (customer.deletedAt !== null)
    return <DeletedCustomer customerId={customer.id} at={customer.deletedAt} />;
  return <KnownCustomer customer={customer} ticketId={ticketId} />;
}

function KnownCustomer({ customer, ticketId }: CustomerPanelProps) {
  const { t } = useTranslation();
  const change = useCustomerChange(customer.id, ticketId);
  const name = customerName(customer, t('ui.visitor'));
  return (
    <DetailSection title={t('ticket.sections.customer')}>
      <div className="mb-2 flex items-center gap-3">
        <Avatar name={name} id={customer.id} size="lg" />
        <div className="min-w-0 flex-1">
          <p className="truncate text-message font-medium" title={name}>
            <bdi>{name}</bdi>
          </p>
          <p className="text-meta text-subtle">
            {t('ticket.customer.since')} <Time at={customer.createdAt} />
          </p>
        </div>
      </div>
      <dl>
        <DetailRow label={t('ticket.customer.name')}>
          <EditableText
            label={t('ticket.customer.name')}
            value={customer.name}
            onSave={(next) => change({ name: next })}
          />
        </DetailRow>
        <DetailRow
          label={t('ticket.customer.email')}
          note={customer.email && <Proof verified={customer.emailVerified} />}
        >
          <EditableText
            type="email"
            label={t('ticket.customer.email')}
            value={customer.email}
            onSave={(email) => change({ email })}
          />
        </DetailRow>
        <DetailRow label={t('ticket.customer.phone')}>
          <EditableText
            type="tel"
            label={t('ticket.customer.phone')}
            value={customer.phone}
            onSave={(phone) => change({ phone })}
          />
        </DetailRow>
        <DetailRow label={t('ticket.customer.tier')}>
          <Select
            className={QUIET}
            aria-label={t('ticket.customer.tier')}
            value={customer.tier}
            options={customerSchema.shape.tier.options.map((value) => ({
              value,
              label: t(`ticket.customer.tiers.${value}`),
            }))}
            onValueChange={(tier) => change({ tier })}
          />
        </DetailRow>
        <DetailRow label={t('ticket.customer.region')}>
          <EditableText
            label={t('ticket.customer.region')}
            value={customer.region}
            onSave={(region) => change({ region })}
          />
        </DetailRow>
        <SatisfactionRow customerId={customer.id} />
        {Object.entries(customer.attributes).map(([key, value]) => (
          <DetailRow key={key} label={key}>
            <EditableText
              label={key}
              value={value}
              onSave={(next) => change({ attributes: { [key]: next } })}
            />
          </DetailRow>
        ))}
      </dl>
      <AddAttribute onAdd={(attributes) => change({ attributes })} />
      <CustomerData customer={customer} />
    </DetailSection>
  );
}

/** Whether the address is known to be the customer's, under the address so that it keeps its room. */
function Proof({ verified }: { verified: boolean }) {
  const { t } = useTranslation();
  return verified ? (
    <Badge variant="plain" tone="positive" icon={BadgeCheck}>
      {t('ticket.customer.verified')}
    </Badge>
  ) : (
    <Badge variant="plain">{t('ticket.customer.unverified')}</Badge>
  );
}

function useCustomerChange(customerId: string, ticketId: string) {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutate } = useChangeCustomer(customerId, ticketId);
  return (change: ChangeCustomer) =>
    mutate(change, {
      onSuccess: () => toast.show({ title: t('ticket.changed.saved'), timeoutMs: 2500 }),
      onError: (error) =>
        toast.show({ title: t('ticket.changed.failed'), detail: error.message, tone: 'critical' }),
    });
}
