import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { fieldErrors } from '../../lib/api-problem.ts';
import { draftProblems } from '../../lib/draft-problems.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { useDeleteTeamItem, useSaveTeamItem } from './queries.ts';

/** Props of {@link EditorDialog}. */
export type EditorDialogProps<Schema extends z.ZodType> = {
  title: string;
  /** Where the thing is saved: POST there when it is new, PUT below it when it has an id. */
  path: string;
  id: string | null;
  schema: Schema;
  draft: z.input<Schema>;
  /** Whether it may be deleted at all. */
  deletable?: boolean;
  width?: 'sm' | 'md' | 'lg';
  onClose: () => void;
  /** The fields; given what the server or the schema says is wrong, by path. */
  children: (problems: Record<string, string>) => ReactNode;
};

/** A form for one thing of a list: saves it whole, tells what is wrong at the field, deletes on a second press. */
export function EditorDialog<Schema extends z.ZodType>({
  title,
  path,
  id,
  schema,
  draft,
  deletable = true,
  width = 'md',
  onClose,
  children,
}: EditorDialogProps<Schema>) {
  const { t } = useTranslation();
  const save = useSaveTeamItem(path);
  const remove = useDeleteTeamItem(path);
  const request = schema.safeParse(draft);
  const saved = fieldErrors(save.error);
  const words = {
    tooLong: (limit: number) => t('ui.tooLong', { limit }),
    atLeast: (limit: number) => t('ui.atLeast', { limit }),
    atMost: (limit: number) => t('ui.atMost', { limit }),
    number: () => t('ui.notANumber'),
    whole: () => t('ui.notWhole'),
  };
  const problems = { ...draftProblems(request.error, words), ...saved };
  // What is told at a field of its own need not stand above the form as well.
  const untold =
    Object.keys(saved).some((path) => path !== 'name') || Object.keys(saved).length === 0;
  const failure = save.error ?? remove.error;
  const submit = () =>
    request.success && save.mutate({ id, body: request.data }, { onSuccess: onClose });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      width={width}
      footer={
        <>
          {id !== null && deletable && (
            <span className="me-auto">
              <ConfirmButton
                variant="ghost"
                loading={remove.isPending}
                onConfirm={() => remove.mutate(id, { onSuccess: onClose })}
              >
                {t('team.delete')}
              </ConfirmButton>
            </span>
          )}
          <Button onClick={onClose}>{t('team.cancel')}</Button>
          <Button
            variant="primary"
            disabled={!request.success}
            loading={save.isPending}
            onClick={submit}
          >
            {t('team.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FieldGroup className="max-w-none!">
          {failure && untold && <Banner tone="critical">{failure.message}</Banner>}
          {children(problems)}
          <button type="submit" hidden aria-label={t('team.save')} />
        </FieldGroup>
      </form>
    </Dialog>
  );
}
