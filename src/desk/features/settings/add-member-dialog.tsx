import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMemberSchema } from '../../../contracts/people.ts';
import { roles, type Role } from '../../../contracts/permissions.ts';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CopyLine } from '../mail/copy-line.tsx';
import { useGroups } from '../ticket/queries.ts';
import { useAddMember } from './queries.ts';

type Answers = { name: string; email: string; role: Role; groupIds: readonly string[] };

/** Asks who joins, then shows the link to send them. */
export function AddMemberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddMember();
  const [answers, setAnswers] = useState<Answers>({
    name: '',
    email: '',
    role: 'agent',
    groupIds: [],
  });
  const request = addMemberSchema.safeParse(answers);
  const submit = () => request.success && add.mutate(request.data);
  if (add.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={t('settings.people.invited', { name: answers.name })}
        description={t('settings.people.invitedLead', { name: answers.name })}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('settings.people.done')}
          </Button>
        }
      >
        <CopyLine
          text={new URL(add.data.invitationUrl, window.location.origin).href}
          label={t('settings.people.link')}
        />
      </Dialog>
    );
  }
  const problems = fieldErrors(add.error);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('settings.people.addTitle')}
      footer={
        <Button
          variant="primary"
          disabled={!request.success}
          loading={add.isPending}
          onClick={submit}
        >
          {t('settings.people.submit')}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FieldGroup>
          {add.error && Object.keys(problems).length === 0 && (
            <Banner tone="critical">{`${t('settings.people.failed')}: ${add.error.message}`}</Banner>
          )}
          <Field label={t('settings.people.name')} error={problems['name']} required>
            <TextField
              autoFocus
              value={answers.name}
              onValueChange={(name) => setAnswers({ ...answers, name })}
            />
          </Field>
          <Field label={t('settings.people.email')} error={problems['email']} required>
            <TextField
              type="email"
              value={answers.email}
              onValueChange={(email) => setAnswers({ ...answers, email })}
            />
          </Field>
          <Field label={t('settings.people.role')}>
            <Select
              aria-label={t('settings.people.role')}
              value={answers.role}
              options={roles.map((value) => ({
                value,
                label: t(`gate.roles.${value}`),
                hint: t(`settings.people.roleHints.${value}`),
              }))}
              onValueChange={(role) => setAnswers({ ...answers, role })}
            />
          </Field>
          <GroupChoices
            chosen={answers.groupIds}
            onChange={(groupIds) => setAnswers({ ...answers, groupIds })}
          />
          <button type="submit" hidden aria-label={t('settings.people.submit')} />
        </FieldGroup>
      </form>
    </Dialog>
  );
}

function GroupChoices({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (groupIds: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { data: groups = [] } = useGroups();
  if (groups.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t('settings.people.groups')}</legend>
      {groups.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onCheckedChange={(on) =>
            onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        />
      ))}
    </fieldset>
  );
}
