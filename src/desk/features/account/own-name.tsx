import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/api-problem.ts';
import { Section } from '../../shell/page.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useSignedIn } from '../session-gate/queries.ts';
import { useChangeOwnAccount } from './queries.ts';

/** One's own name, with the initials it makes. */
export function OwnName() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const toast = useToast();
  const change = useChangeOwnAccount();
  const [name, setName] = useState(me.name);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate(
      { name },
      {
        onSuccess: () => toast.show({ title: t('account.profile.saved') }),
        onError: ({ message }) =>
          toast.show({ title: t('account.profile.failed'), detail: message, tone: 'critical' }),
      },
    );
  };
  const trimmed = name.trim();
  return (
    <Section title={t('account.profile.title')} lead={t('account.profile.lead')}>
      <form onSubmit={submit} className="flex max-w-sm flex-col gap-3">
        <div className="flex items-end gap-3">
          <Avatar name={trimmed || me.name} id={me.memberId} />
          <div className="min-w-0 flex-1">
            <Field label={t('account.profile.name')} error={fieldErrors(change.error)['name']}>
              <TextField autoComplete="name" maxLength={120} value={name} onValueChange={setName} />
            </Field>
          </div>
        </div>
        <p className="text-meta text-subtle">{t('account.profile.email', { email: me.email })}</p>
        <Button
          type="submit"
          className="self-start"
          loading={change.isPending}
          disabled={trimmed === '' || trimmed === me.name}
        >
          {t('account.profile.save')}
        </Button>
      </form>
    </Section>
  );
}
