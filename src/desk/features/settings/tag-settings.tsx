import { Tag as TagIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagNameSchema, type Tag } from '../../../contracts/tags.ts';
import { Section } from '../../shell/page.tsx';
import { ApiErrorState } from '../../ui/api-error-state.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EditableText } from '../ticket/editable-text.tsx';
import { useAddTag, useDeleteTag, useRenameTag, useTags } from '../ticket/fields/queries.ts';

/** Tags: add, rename where they stand, delete. */
export function TagSettings() {
  const { t } = useTranslation();
  const tags = useTags();
  return (
    <Section title={t('settings.sections.tags.title')} lead={t('settings.tags.lead')}>
      <div className="flex max-w-2xl flex-col gap-3">
        <AddTag />
        {tags.isError ? (
          <ApiErrorState error={tags.error} onRetry={() => void tags.refetch()} />
        ) : (
          <DataTable
            caption={t('settings.tags.caption')}
            rows={tags.data ?? []}
            keyOf={({ id }) => id}
            empty={
              tags.isPending ? (
                <SkeletonRows disc={false} />
              ) : (
                <EmptyState icon={TagIcon}>{t('settings.tags.empty')}</EmptyState>
              )
            }
            columns={[
              {
                id: 'name',
                header: t('settings.tags.caption'),
                cell: (tag) => <TagName tag={tag} />,
              },
              {
                id: 'tickets',
                header: t('settings.tags.tickets'),
                width: '6rem',
                align: 'end',
                cell: ({ tickets }) => tickets,
              },
              {
                id: 'acts',
                header: t('settings.tags.acts'),
                headerHidden: true,
                width: '13rem',
                align: 'end',
                cell: (tag) => <RemoveTag tag={tag} />,
              },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

function AddTag() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = useAddTag();
  const onError = useTellFailure();
  const valid = tagNameSchema.safeParse(name).success;
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) add.mutate(name, { onError, onSuccess: () => setName('') });
      }}
    >
      <TextField
        aria-label={t('settings.tags.name')}
        placeholder={t('settings.tags.name')}
        value={name}
        onValueChange={setName}
        className="w-64"
      />
      <Button type="submit" disabled={!valid} loading={add.isPending}>
        {t('settings.tags.add')}
      </Button>
    </form>
  );
}

function TagName({ tag }: { tag: Tag }) {
  const { t } = useTranslation();
  const toast = useToast();
  const rename = useRenameTag();
  const onError = useTellFailure();
  const undo = () => void rename.mutateAsync({ id: tag.id, name: tag.name }).catch(onError);
  const save = (name: string | null) => {
    if (!name) return;
    const tell = () => toast.show({ title: t('settings.tags.renamed', { name }), onUndo: undo });
    void rename.mutateAsync({ id: tag.id, name }).then(tell, onError);
  };
  return (
    <EditableText
      label={t('settings.tags.rename', { name: tag.name })}
      value={tag.name}
      onSave={save}
    />
  );
}

function RemoveTag({ tag }: { tag: Tag }) {
  const { t } = useTranslation();
  const remove = useDeleteTag();
  const onError = useTellFailure();
  return (
    <ConfirmButton
      size="sm"
      variant="ghost"
      loading={remove.isPending}
      confirmLabel={t('settings.tags.removeConfirm', { count: tag.tickets })}
      onConfirm={() => remove.mutate(tag.id, { onError })}
    >
      {t('settings.tags.remove')}
    </ConfirmButton>
  );
}

function useTellFailure() {
  const { t } = useTranslation();
  const toast = useToast();
  return (error: Error) =>
    toast.show({ title: t('settings.tags.failed'), detail: error.message, tone: 'critical' });
}
