import { useTranslation } from 'react-i18next';
import { prioritySchema } from '../../../contracts/tickets.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { CategoryChoice } from '../ticket/category-choice.tsx';
import type { CallForm } from './use-call-form.ts';

/** Category and priority of the ticket that a call opens. */
export function CallFields({ noted, set }: Pick<CallForm, 'noted' | 'set'>) {
  const { t } = useTranslation();
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('calls.category')}>
        <CategoryChoice
          aria-label={t('calls.category')}
          value={noted.category ?? null}
          onValueChange={(category) => set({ category })}
        />
      </Field>
      <Field label={t('calls.priority')}>
        <Select
          aria-label={t('calls.priority')}
          value={noted.priority}
          options={prioritySchema.options.map((value) => ({
            value,
            label: t(`ticket.priority.${value}`),
          }))}
          onValueChange={(priority) => set({ priority })}
        />
      </Field>
    </div>
  );
}
