import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EditableText } from '../ticket/editable-text.tsx';
import { useKbSections, useSaveKbSection } from './queries.ts';

/** Sections: add, rename where they stand, delete; their articles stay. */
export function SectionsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { data: sections = [] } = useKbSections();
  const save = useSaveKbSection();
  const [name, setName] = useState('');
  const onError = (error: Error) =>
    toast.show({ title: t('knowledge.notSaved'), detail: error.message, tone: 'critical' });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('knowledge.sections')}
      description={t('knowledge.sectionsLead')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('knowledge.close')}
        </Button>
      }
    >
      <form
        className="mb-3 flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          save.mutate({ id: null, name: name.trim() }, { onError, onSuccess: () => setName('') });
        }}
      >
        <TextField
          aria-label={t('knowledge.newSection')}
          placeholder={t('knowledge.newSection')}
          value={name}
          onValueChange={setName}
          className="flex-1"
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('knowledge.add')}
        </Button>
      </form>
      <ul className="divide-y divide-line">
        {sections.map((section) => (
          <li key={section.id} className="flex items-center gap-2 py-1">
            <span className="min-w-0 flex-1">
              <EditableText
                label={t('knowledge.renameSection', { name: section.name })}
                value={section.name}
                onSave={(next) => next && save.mutate({ id: section.id, name: next }, { onError })}
              />
            </span>
            <span className="text-meta text-subtle tabular-nums">{section.articles}</span>
            <IconButton
              size="sm"
              icon={Trash2}
              label={t('knowledge.deleteSection', { name: section.name })}
              onClick={() => save.mutate({ id: section.id, name: null }, { onError })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
