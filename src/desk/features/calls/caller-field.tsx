import { useTranslation } from 'react-i18next';
import type { CustomerMatch } from '../../../contracts/calls.ts';
import { customerName } from '../../lib/customer-name.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCustomerMatches } from './queries.ts';

/** Who calls: somebody chosen from those the words may mean, or what was typed. */
export function CallerField({
  words,
  chosen,
  problem,
  onWords,
  onChoose,
}: {
  words: string;
  chosen: CustomerMatch | null;
  problem: string | undefined;
  onWords: (words: string) => void;
  onChoose: (customer: CustomerMatch | null) => void;
}) {
  const { t } = useTranslation();
  const { data: matches = [] } = useCustomerMatches(chosen ? '' : words);
  if (chosen) {
    return (
      <div>
        <span className="font-medium">{t('calls.caller')}</span>
        <div className="mt-1 flex items-center gap-2 rounded-control border border-line bg-quiet px-2 py-1.5">
          <Known customer={chosen} />
          <Button size="sm" variant="ghost" onClick={() => onChoose(null)}>
            {t('calls.change')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div>
      <Field label={t('calls.caller')} hint={t('calls.callerHint')} error={problem} required>
        <TextField autoFocus value={words} onValueChange={onWords} autoComplete="off" />
      </Field>
      {words.trim().length >= 2 && matches.length > 0 && (
        <ul
          aria-label={t('calls.matches')}
          className="mt-1 max-h-48 divide-y divide-line overflow-y-auto rounded-control border border-line"
        >
          {matches.map((customer) => (
            <li key={customer.id}>
              <button
                type="button"
                onClick={() => onChoose(customer)}
                className="flex w-full items-center gap-2 px-2 py-1.5 text-start outline-offset-[-2px] hover:bg-hover"
              >
                <Known customer={customer} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Known({ customer }: { customer: CustomerMatch }) {
  const { t } = useTranslation();
  const name = customerName(customer, t('ui.visitor'));
  const reach = [customer.email, customer.phone]
    .filter((part) => part && part !== name)
    .join(' · ');
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <Avatar name={name} id={customer.id} size="sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        {reach && <span className="block truncate text-meta text-subtle">{reach}</span>}
      </span>
      {customer.openTickets > 0 && (
        <span className="text-meta text-muted">
          {t('calls.open', { count: customer.openTickets })}
        </span>
      )}
    </span>
  );
}
