import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiProblem } from '../../lib/api-problem.ts';
import { Section } from '../../shell/page.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { PasswordField } from '../session-gate/password-field.tsx';
import { useSignedIn } from '../session-gate/queries.ts';
import { useChangePassword } from './queries.ts';

const EMPTY = { currentPassword: '', newPassword: '' };

/** One's own password: the current one proves who asks. */
export function OwnPassword() {
  const { t } = useTranslation();
  const { email } = useSignedIn();
  const toast = useToast();
  const change = useChangePassword();
  const [given, setGiven] = useState(EMPTY);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate(given, {
      onSuccess: () => {
        setGiven(EMPTY);
        toast.show({
          title: t('account.password.saved'),
          detail: t('account.password.savedDetail'),
        });
      },
    });
  };
  return (
    <Section title={t('account.password.title')} lead={t('account.password.lead')}>
      <form onSubmit={submit} className="flex max-w-sm flex-col gap-3">
        {change.isError && (
          <Banner tone="critical">
            <Failure error={change.error} />
          </Banner>
        )}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field label={t('account.password.current')}>
          <PasswordField
            autoComplete="current-password"
            value={given.currentPassword}
            onValueChange={(currentPassword) => setGiven({ ...given, currentPassword })}
          />
        </Field>
        <Field label={t('account.password.next')} hint={t('account.password.nextHint')}>
          <PasswordField
            autoComplete="new-password"
            value={given.newPassword}
            onValueChange={(newPassword) => setGiven({ ...given, newPassword })}
          />
        </Field>
        <Button
          type="submit"
          className="self-start"
          loading={change.isPending}
          disabled={given.currentPassword === '' || given.newPassword.length < 10}
        >
          {t('account.password.save')}
        </Button>
      </form>
    </Section>
  );
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!isApiProblem(error)) return t('account.password.failed', { reason: String(error) });
  const { status, title } = error.problem;
  if (status === 400) return t('account.password.wrong');
  if (status === 429) return t('account.password.tooMany');
  return t('account.password.failed', { reason: title });
}
