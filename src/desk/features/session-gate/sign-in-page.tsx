import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiProblem } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { GateLayout } from './gate-layout.tsx';
import { PasswordField } from './password-field.tsx';
import { useSignIn, useWelcome } from './queries.ts';

type Credentials = { email: string; password: string };

/** Where people sign in; demo accounts fill the form and sign in with one click. */
export function SignInPage() {
  const { t } = useTranslation();
  const welcome = useWelcome().data;
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [{ email, password }, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const signIn = useSignIn();
  const enter = (credentials: Credentials) =>
    signIn.mutate(credentials, { onSuccess: () => void navigate({ to: to ?? '/inbox' }) });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    enter({ email: email.trim(), password });
  };
  const pick = (credentials: Credentials) => {
    setCredentials(credentials);
    enter(credentials);
  };
  const busyWith = signIn.isPending ? signIn.variables.email : null;
  // Nobody can sign in to a fresh installation: its first page is the one that sets it up.
  if (welcome?.empty) return <Navigate to="/welcome" replace />;
  return (
    <GateLayout
      title={t('gate.signIn.title')}
      aside={
        welcome?.demo && <DemoAccounts demo={welcome.demo} busyWith={busyWith} onPick={pick} />
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {to && !signIn.isError && <Banner>{t('gate.expired')}</Banner>}
        {signIn.isError && (
          <Banner tone="critical">
            <SignInFailure error={signIn.error} />
          </Banner>
        )}
        <Field label={t('gate.signIn.email')}>
          <TextField
            type="email"
            controlSize="lg"
            autoComplete="username"
            autoFocus
            value={email}
            onValueChange={(next) => setCredentials({ email: next, password })}
          />
        </Field>
        <Field label={t('gate.signIn.password')}>
          <PasswordField
            autoComplete="current-password"
            value={password}
            onValueChange={(next) => setCredentials({ email, password: next })}
          />
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          loading={signIn.isPending}
          disabled={email.trim() === '' || password === ''}
        >
          {t('gate.signIn.submit')}
        </Button>
        {welcome?.mayCreateWorkspace && (
          <Link
            to="/welcome"
            className="self-center rounded-small text-accent-text underline underline-offset-2"
          >
            {t('gate.signIn.create')}
          </Link>
        )}
      </form>
    </GateLayout>
  );
}

function SignInFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!isApiProblem(error)) return t('gate.signIn.other', { reason: String(error) });
  const { status, title } = error.problem;
  if (status === 401 || status === 400) return t('gate.signIn.wrong');
  if (status === 429) return t('gate.signIn.tooMany');
  return status === 0 ? t('gate.signIn.unreachable') : t('gate.signIn.other', { reason: title });
}
