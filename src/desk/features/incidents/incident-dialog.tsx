import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { articlePageSchema } from '../../../contracts/knowledge.ts';
import type { TicketGroup } from '../../../contracts/incidents.ts';
import { useApi } from '../../lib/api-context.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LikeTickets } from './like-tickets.tsx';
import { useSaveIncident } from './queries.ts';

/** Props of {@link IncidentDialog}. */
export type IncidentDialogProps = {
  group: TicketGroup;
  onClose: () => void;
  /** It was marked, or is over: its customers can be told. */
  onTell: () => void;
};

/** Marks a group of tickets as a known incident, or changes one. */
export function IncidentDialog({ group, onClose, onTell }: IncidentDialogProps) {
  const { t } = useTranslation();
  const { incident, groupId, words } = group;
  const save = useSaveIncident();
  const [title, setTitle] = useState(incident?.title ?? capital(words.join(' ')));
  const [message, setMessage] = useState(incident?.message ?? '');
  const [article, setArticle] = useState<ComboboxOption | null>(
    incident?.article ? { value: incident.article.articleId, label: incident.article.title } : null,
  );
  const store = (more: { state?: 'open' | 'resolved' } = {}) => {
    const body = { title: title.trim(), message, articleId: article?.value ?? null };
    save.mutate(
      incident
        ? { id: incident.id, body: { ...body, ...more } }
        : { id: null, body: { ...body, groupId } },
      { onSuccess: incident === null || more.state === 'resolved' ? onTell : onClose },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') store();
  };
  const next = incident?.state === 'open' ? 'resolved' : 'open';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(incident ? 'incidents.dialog.edit' : 'incidents.dialog.mark')}
      description={t('incidents.dialog.lead')}
      footer={
        <>
          {incident && (
            <Button className="me-auto" onClick={() => store({ state: next })}>
              {t(next === 'resolved' ? 'incidents.dialog.resolve' : 'incidents.dialog.reopen')}
            </Button>
          )}
          <Button onClick={onClose}>{t('incidents.dialog.cancel')}</Button>
          <Button
            type="submit"
            form="incident-form"
            variant="primary"
            loading={save.isPending}
            disabled={title.trim() === ''}
          >
            {t('incidents.dialog.save')}
          </Button>
        </>
      }
    >
      <form id="incident-form" onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('incidents.dialog.name')} error={save.error?.message} required>
          <TextField value={title} onValueChange={setTitle} maxLength={120} />
        </Field>
        <Field label={t('incidents.dialog.message')} hint={t('incidents.dialog.messageHint')}>
          <TextArea value={message} onValueChange={setMessage} rows={3} maxLength={2_000} />
        </Field>
        <Field label={t('incidents.dialog.article')}>
          <ArticlePicker value={article} onValueChange={setArticle} />
        </Field>
        <section>
          <h3 className="mb-1 font-medium">{t('incidents.dialog.tickets')}</h3>
          <LikeTickets tickets={group.tickets} />
        </section>
      </form>
    </Dialog>
  );
}

function ArticlePicker(props: {
  value: ComboboxOption | null;
  onValueChange: (value: ComboboxOption | null) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const search = async (query: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
    const { items } = await api.request({
      path: '/api/knowledge/articles',
      query: { search: query || undefined, limit: 20 },
      response: articlePageSchema,
      signal,
    });
    return items.map(({ id, title }) => ({ value: id, label: title }));
  };
  return (
    <Combobox
      {...props}
      search={search}
      placeholder={t('incidents.dialog.noArticle')}
      aria-label={t('incidents.dialog.article')}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
