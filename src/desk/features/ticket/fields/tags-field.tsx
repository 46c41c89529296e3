import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagNameSchema } from '../../../../contracts/tags.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useTicketChange } from '../use-ticket-change.ts';
import { useTags } from './queries.ts';

/** The tags of a ticket; one that does not exist yet is made by writing it. */
export function TagsField({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { change } = useTicketChange(ticket);
  const closed = ticket.status === 'closed';
  const set = (tags: readonly string[]) => change({ tags: [...new Set(tags)] });
  return (
    <div className="flex min-h-row items-start gap-2 py-1">
      <dt className="w-20 shrink-0 pt-0.5 text-muted">{t('ticket.field.tags')}</dt>
      <dd className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
        {ticket.tags.map((tag) => (
          <Chip
            key={tag}
            label={tag}
            onRemove={closed ? undefined : () => set(ticket.tags.filter((other) => other !== tag))}
          />
        ))}
        {!closed && !adding && (
          <IconButton
            icon={Plus}
            size="sm"
            label={t('ticket.field.addTag')}
            onClick={() => setAdding(true)}
          />
        )}
        {adding && (
          <TagPicker
            taken={ticket.tags}
            onPick={(tag) => {
              setAdding(false);
              if (tag) set([...ticket.tags, tag]);
            }}
          />
        )}
      </dd>
    </div>
  );
}

function TagPicker({
  taken,
  onPick,
}: {
  taken: readonly string[];
  onPick: (tag: string | null) => void;
}) {
  const { t } = useTranslation();
  const { data: tags = [] } = useTags();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('input')?.focus(), []);
  const search = async (query: string) => {
    const wanted = query.trim().toLowerCase();
    const matches = tags
      .filter(({ name }) => name.includes(wanted) && !taken.includes(name))
      .map(({ name }) => ({ value: name, label: name }));
    const isNew =
      tagNameSchema.safeParse(wanted).success &&
      !tags.some(({ name }) => name === wanted) &&
      !taken.includes(wanted);
    return isNew
      ? [...matches, { value: wanted, label: t('ticket.field.createTag', { name: wanted }) }]
      : matches;
  };
  return (
    <div
      ref={frame}
      role="presentation"
      className="w-full"
      onKeyDown={(event) => event.key === 'Escape' && onPick(null)}
      onBlur={(event) =>
        !event.currentTarget.contains(event.relatedTarget) &&
        event.relatedTarget === null &&
        onPick(null)
      }
    >
      <Combobox
        aria-label={t('ticket.field.addTag')}
        placeholder={t('ticket.field.addTag')}
        size="sm"
        value={null}
        search={search}
        onValueChange={(option) => onPick(option?.value ?? null)}
      />
    </div>
  );
}
