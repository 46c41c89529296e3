import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../contracts/tickets.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useTicketChange } from './use-ticket-change.ts';

/** The subject; pressed, it becomes a field. Enter saves, Escape leaves it as it was. */
export function SubjectEditor({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const { change } = useTicketChange(ticket);
  const save = () => {
    const subject = text?.trim();
    setText(null);
    if (subject && subject !== ticket.subject) change({ subject });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape') setText(null);
  };
  if (text === null) {
    return (
      <button
        type="button"
        title={ticket.subject}
        aria-label={`${ticket.subject}. ${t('ticket.editSubject')}`}
        disabled={ticket.status === 'closed'}
        onClick={() => setText(ticket.subject)}
        className="-mx-1 line-clamp-2 max-w-full rounded-small px-1 text-start leading-tight text-pretty wrap-anywhere hover:bg-hover disabled:hover:bg-transparent"
      >
        <bdi>{ticket.subject}</bdi>
      </button>
    );
  }
  return (
    <TextField
      aria-label={t('ticket.subject')}
      autoFocus
      value={text}
      maxLength={300}
      onValueChange={setText}
      onBlur={save}
      onKeyDown={onKeyDown}
      className="-mx-2"
    />
  );
}
