import { useState, type FormEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  ticketColumnSchema,
  type SavedView,
  type SaveTicketView,
  type TicketColumn,
} from '../../../contracts/views.ts';
import { isApiProblem } from '../../lib/api-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog, DialogClose } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMay } from '../session-gate/queries.ts';
import { useSaveView } from './views-queries.ts';

/** Props of {@link ViewDialog}. */
export type ViewDialogProps = {
  /** What is to be saved; with an id it is changed. */
  view: SaveTicketView & Partial<Pick<SavedView, 'id'>>;
  onClose: () => void;
};

/** Name, columns and readers of a view. */
export function ViewDialog({ view, onClose }: ViewDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const mayShare = useMay('view:write_shared');
  const save = useSaveView();
  const [name, setName] = useState(view.name);
  const [shared, setShared] = useState(view.shared);
  const [columns, setColumns] = useState<readonly TicketColumn[]>(view.columns);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { id = null, ...rest } = view;
    save.mutate(
      { id, view: { ...rest, name: name.trim(), shared, columns: [...columns] } },
      {
        onSuccess: (saved) => {
          toast.show({ title: t('inbox.saved.saved', { name: saved.name }), tone: 'positive' });
          onClose();
          void navigate({ to: '/inbox', search: { saved: saved.id } });
        },
      },
    );
  };
  const taken = isApiProblem(save.error, 'name_taken');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(view.id ? 'inbox.saved.edit' : 'inbox.saved.create')}
      width="sm"
      footer={
        <>
          <DialogClose render={<Button>{t('inbox.saved.cancel')}</Button>} />
          <Button
            type="submit"
            form="view-form"
            variant="primary"
            loading={save.isPending}
            disabled={name.trim() === '' || columns.length === 0}
          >
            {t('inbox.saved.save')}
          </Button>
        </>
      }
    >
      <form id="view-form" onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={t('inbox.saved.name')}
          error={
            taken ? t('inbox.saved.taken') : save.isError ? t('inbox.saved.failed') : undefined
          }
        >
          <TextField value={name} onValueChange={setName} maxLength={120} />
        </Field>
        {mayShare && (
          <Checkbox
            label={t('inbox.saved.shared')}
            hint={t('inbox.saved.sharedHint')}
            checked={shared}
            onCheckedChange={setShared}
          />
        )}
        <fieldset>
          <legend className="mb-1 font-medium">{t('inbox.saved.columns')}</legend>
          <div className="grid grid-cols-2 gap-1.5">
            {ticketColumnSchema.options.map((column) => (
              <Checkbox
                key={column}
                label={t(`inbox.columns.${column}`)}
                checked={columns.includes(column)}
                onCheckedChange={(checked) =>
                  setColumns((before) =>
                    checked ? [...before, column] : before.filter((one) => one !== column),
                  )
                }
              />
            ))}
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}
