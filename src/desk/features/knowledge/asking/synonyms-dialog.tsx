import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { EditableText } from '../../ticket/editable-text.tsx';
import { useSaveSynonyms, useSynonyms } from '../queries.ts';
import { SynonymProposals } from './synonym-proposals.tsx';

/** Words that mean the same, a line each. */
export function SynonymsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { data: groups = [] } = useSynonyms();
  const save = useSaveSynonyms();
  const [line, setLine] = useState('');
  const onError = (error: Error) =>
    toast.show({ title: t('asking.notSaved'), detail: error.message, tone: 'critical' });
  const store = (id: string | null, text: string, onSuccess?: () => void) => {
    const words = wordsOf(text);
    if (words.length < 2) return onError(new Error(t('asking.tooFew')));
    save.mutate({ id, words }, { onError, ...(onSuccess && { onSuccess }) });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('asking.synonyms')}
      description={t('asking.synonymsLead')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('asking.close')}
        </Button>
      }
    >
      <form
        className="mb-3 flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          store(null, line, () => setLine(''));
        }}
      >
        <TextField
          aria-label={t('asking.newSynonyms')}
          placeholder={t('asking.newSynonyms')}
          value={line}
          onValueChange={setLine}
          className="flex-1"
        />
        <Button type="submit" disabled={line.trim() === ''}>
          {t('asking.add')}
        </Button>
      </form>
      <SynonymProposals onError={onError} />
      {groups.length === 0 && <p className="text-muted">{t('asking.noSynonyms')}</p>}
      <ul className="divide-y divide-line">
        {groups.map(({ id, words }) => {
          const text = words.join(', ');
          return (
            <li key={id} className="flex items-center gap-2 py-1">
              <span className="min-w-0 flex-1">
                <EditableText
                  label={t('asking.changeSynonyms', { words: text })}
                  value={text}
                  onSave={(next) => next && next !== text && store(id, next)}
                />
              </span>
              <IconButton
                size="sm"
                icon={Trash2}
                label={t('asking.deleteSynonyms', { words: text })}
                onClick={() => save.mutate({ id, words: null }, { onError })}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

function wordsOf(text: string): string[] {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  return [...new Set(words)].filter((word) => word !== '').slice(0, 20);
}
