import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefFieldEdit, BriefFieldName } from '../../../../contracts/briefs.ts';
import type { TicketBrief } from '../../../../contracts/followups.ts';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { isListField, isUncertain, itemsOf } from './brief.rules.ts';
import { BriefListEditor } from './brief-list-editor.tsx';
import { BriefValueEditor } from './brief-value-editor.tsx';
import { BriefValue } from './brief-value.tsx';
import { EvidenceButton, useEvidenceHover } from './evidence-button.tsx';
import { useCorrectBrief } from './queries.ts';

/** Props of {@link BriefFieldBlock}. */
export type BriefFieldBlockProps = {
  name: BriefFieldName;
  ticketId: string;
  brief: NonNullable<TicketBrief['brief']>;
};

/** One field: what it says, how sure that is, where it comes from, and the pencil. */
export function BriefFieldBlock({ name, ticketId, brief }: BriefFieldBlockProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { fields, corrected } = brief;
  const isConfirmed = brief.confirmed.includes(name);
  const byPerson = corrected.includes(name) || isConfirmed;
  const label = t(`brief.fields.${name}`);
  return (
    <section aria-label={label} className="group rounded-control px-2 py-1.5 hover:bg-hover">
      <header className="flex h-6 items-center gap-1.5">
        <h3 className="text-meta font-medium text-subtle">{label}</h3>
        {byPerson ? (
          <Badge variant="plain" tone="positive">
            {t(isConfirmed ? 'brief.confirmed' : 'brief.corrected')}
          </Badge>
        ) : (
          isUncertain(name, fields) && <Badge tone="caution">{t('brief.low')}</Badge>
        )}
        {!editing && (
          <IconButton
            icon={Pencil}
            size="sm"
            label={t('brief.edit', { field: label })}
            onClick={() => setEditing(true)}
            className="ms-auto opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      </header>
      {editing ? (
        <Editor name={name} ticketId={ticketId} brief={brief} onClose={() => setEditing(false)} />
      ) : isListField(name) ? (
        <ItemList items={itemsOf(name, fields)} name={name} />
      ) : (
        <SingleValue name={name} fields={fields} label={label} certain={byPerson} />
      )}
    </section>
  );
}

type SingleValueProps = {
  name: Exclude<BriefFieldName, 'tried' | 'promised' | 'openQuestions'>;
  fields: BriefFieldBlockProps['brief']['fields'];
  label: string;
  certain: boolean;
};

function SingleValue({ name, fields, label, certain }: SingleValueProps) {
  const { evidence, confidence } = fields[name];
  const hover = useEvidenceHover(evidence);
  return (
    <div {...hover}>
      <BriefValue name={name} fields={fields} />
      <EvidenceButton field={label} evidence={evidence} confidence={certain ? null : confidence} />
    </div>
  );
}

function ItemList({ items, name }: { items: ReturnType<typeof itemsOf>; name: BriefFieldName }) {
  const { t } = useTranslation();
  if (items.length === 0) return <p className="text-subtle">{t('brief.nothing')}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {items.map((item, index) => (
        <Item key={index} item={item} name={name} />
      ))}
    </ul>
  );
}

function Item({ item, name }: { item: ReturnType<typeof itemsOf>[number]; name: BriefFieldName }) {
  const { t } = useTranslation();
  const { text, who, due, evidence, confidence } = item;
  const hover = useEvidenceHover(evidence);
  const facts = [
    who && t(name === 'openQuestions' ? `brief.askedBy.${who}` : `brief.by.${who}`),
    due && t('brief.due', { due }),
  ].filter(Boolean);
  return (
    <li {...hover} className="border-s-2 border-line-strong ps-2">
      <span dir="auto" className="block text-start wrap-anywhere">
        {text}
      </span>
      {facts.length > 0 && <span className="block text-meta text-muted">{facts.join(' · ')}</span>}
      <EvidenceButton field={text} evidence={evidence} confidence={confidence} />
    </li>
  );
}

function Editor({
  name,
  ticketId,
  brief,
  onClose,
}: BriefFieldBlockProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const correct = useCorrectBrief(ticketId);
  const save = (edit: BriefFieldEdit) =>
    correct.mutate(
      { version: brief.version, edit },
      {
        onSuccess: onClose,
        onError: (error) =>
          toast.show({ title: t('brief.failed'), detail: error.message, tone: 'critical' }),
      },
    );
  const props = {
    fields: brief.fields,
    saving: correct.isPending,
    onSave: save,
    onCancel: onClose,
  };
  return isListField(name) ? (
    <BriefListEditor name={name} {...props} />
  ) : (
    <BriefValueEditor name={name} {...props} />
  );
}
