import { ListFilter, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketFilter } from '../../../contracts/views.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAgeOptions, useFilterFields, type FilterField } from './filter-fields.ts';
import { useInbox } from './use-inbox.ts';

const DEBOUNCE_MS = 250;

/** What the list is narrowed to, each part as a chip that can be taken away. */
export function FilterChips() {
  const { t } = useTranslation();
  const { filter, setFilter, isChanged, search } = useInbox();
  const fields = useFilterFields();
  const ages = useAgeOptions();
  if (!isChanged && !search.saved) return null;
  const without = (key: keyof TicketFilter) => {
    const { [key]: _, ...rest } = filter;
    setFilter(rest);
  };
  const lists = fields.flatMap(({ field, label, options }) => {
    const values = filter[field];
    if (!values) return [];
    const words = values.map(
      (value) => options.find((one) => one.value === value)?.label ?? t('inbox.filter.gone'),
    );
    return [{ key: field, label: `${label}: ${words.join(', ')}` }];
  });
  const others = [
    filter.customer !== undefined && {
      key: 'customer' as const,
      label: t('inbox.filter.customer'),
    },
    filter.text !== undefined && { key: 'text' as const, label: `“${filter.text}”` },
    filter.awaitingReply !== undefined && {
      key: 'awaitingReply' as const,
      label: t(filter.awaitingReply ? 'inbox.filter.awaiting' : 'inbox.filter.answered'),
    },
    filter.olderThanHours !== undefined && {
      key: 'olderThanHours' as const,
      label:
        ages.find((one) => one.value === String(filter.olderThanHours))?.label ??
        t('inbox.filter.hours', { count: filter.olderThanHours }),
    },
  ].filter((one) => one !== false);
  const chips = [...lists, ...others];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('inbox.filter.inForce')} className="flex flex-wrap gap-1">
      {chips.map(({ key, label }) => (
        <li key={key} className="min-w-0">
          <Chip label={label} onRemove={() => without(key)} />
        </li>
      ))}
    </ul>
  );
}

/** Opens everything a list can be narrowed by. */
export function FilterButton() {
  const { t } = useTranslation();
  const trigger = (
    <Button icon={ListFilter} variant="ghost" size="sm" aria-label={t('inbox.filter.open')}>
      {t('inbox.filter.button')}
    </Button>
  );
  return (
    <Popover trigger={trigger} title={t('inbox.filter.open')} className="w-88!">
      <FilterForm />
    </Popover>
  );
}

function FilterForm() {
  const { t } = useTranslation();
  const { filter, setFilter } = useInbox();
  const fields = useFilterFields();
  const ages = useAgeOptions();
  return (
    <div className="flex flex-col gap-3">
      <TextFilter />
      <Checkbox
        label={t('inbox.filter.awaiting')}
        checked={filter.awaitingReply === true}
        onCheckedChange={(checked) => {
          const { awaitingReply: _, ...rest } = filter;
          setFilter(checked ? { ...rest, awaitingReply: true } : rest);
        }}
      />
      <div className="flex items-center gap-2">
        <span className="w-28 shrink-0 text-muted">{t('inbox.filter.age')}</span>
        <Select
          size="sm"
          aria-label={t('inbox.filter.age')}
          value={String(filter.olderThanHours ?? '')}
          options={[{ value: '', label: t('inbox.filter.anyAge') }, ...ages]}
          onValueChange={(value) => {
            const { olderThanHours: _, ...rest } = filter;
            setFilter(value === '' ? rest : { ...rest, olderThanHours: Number(value) });
          }}
        />
      </div>
      {fields.map((field) => (
        <FieldChoices key={field.field} field={field} />
      ))}
    </div>
  );
}

function FieldChoices({ field: { field, label, options } }: { field: FilterField }) {
  const { t } = useTranslation();
  const { filter, setFilter } = useInbox();
  const chosen: readonly string[] = filter[field] ?? [];
  const toggle = (value: string, checked: boolean) => {
    const next = checked ? [...chosen, value] : chosen.filter((one) => one !== value);
    const { [field]: _, ...rest } = filter;
    setFilter(next.length === 0 ? rest : { ...rest, [field]: next });
  };
  return (
    <details open={chosen.length > 0} className="border-t border-line pt-2">
      <summary className="cursor-default rounded-control py-0.5 font-medium">
        {label}
        {chosen.length > 0 && (
          <span className="ms-1 text-meta text-accent-text">{chosen.length}</span>
        )}
      </summary>
      <div className="mt-1 flex max-h-48 flex-col gap-1.5 overflow-y-auto ps-1">
        {options.length === 0 && <p className="text-subtle">{t('inbox.filter.noValues')}</p>}
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onCheckedChange={(checked) => toggle(option.value, checked)}
          />
        ))}
      </div>
    </details>
  );
}

function TextFilter() {
  const { t } = useTranslation();
  const { filter, setFilter } = useInbox();
  const [text, setText] = useState(filter.text ?? '');
  useEffect(() => setText(filter.text ?? ''), [filter.text]);
  useEffect(() => {
    const next = text.trim();
    if (next === (filter.text ?? '')) return;
    const timer = window.setTimeout(() => {
      const { text: _, ...rest } = filter;
      setFilter(next === '' ? rest : { ...rest, text: next });
    }, DEBOUNCE_MS);
    return () => window.clearTimeout(timer);
  }, [text, filter, setFilter]);
  return (
    <TextField
      icon={Search}
      maxLength={200}
      aria-label={t('inbox.filter.words')}
      placeholder={t('inbox.filter.words')}
      value={text}
      onValueChange={setText}
      onClear={() => setText('')}
    />
  );
}
