import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { DetailRow, DetailSection } from '../detail-section.tsx';
import { useCategories } from '../queries.ts';
import { toldOf } from './told.rules.ts';

/** What the category of a ticket asked, in a form or by the assistant, and the customer told; nothing told, no panel. */
export function ToldPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data: categories = [] } = useCategories();
  const told = toldOf(ticket.fields, { category: ticket.category, categories });
  if (told.length === 0) return null;
  return (
    <DetailSection title={t('ticket.sections.told')}>
      <dl>
        {told.map(({ key, label, value }) => (
          <DetailRow key={key} label={label}>
            <span dir="auto" className="block py-1 whitespace-pre-wrap wrap-anywhere select-text">
              {value}
            </span>
          </DetailRow>
        ))}
      </dl>
    </DetailSection>
  );
}
