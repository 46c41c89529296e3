import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, isApiProblem } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Skeleton, SkeletonGroup } from '../../ui/skeleton.tsx';
import { GateLayout } from './gate-layout.tsx';
import { PasswordField } from './password-field.tsx';
import { useAcceptInvitation, useInvitation, useSignIn } from './queries.ts';

/** Where an invited colleague chooses a password and begins. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/invitation/$token' });
  const invitation = useInvitation(token);
  if (invitation.data) return <InvitationForm token={token} {...invitation.data} />;
  return (
    <GateLayout title={t('gate.product')}>
      {invitation.isPending ? (
        <SkeletonGroup className="flex flex-col gap-3">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-8 w-full" />
        </SkeletonGroup>
      ) : (
        <ErrorState
          title={t('gate.invitation.goneTitle')}
          reason={t('gate.invitation.goneReason')}
          next={null}
          action={
            <Button render={<Link to="/sign-in" search={{}} />} nativeButton={false}>
              {t('gate.invitation.toSignIn')}
            </Button>
          }
        />
      )}
    </GateLayout>
  );
}

type InvitationFormProps = { token: string; name: string; email: string; workspaceName: string };

function InvitationForm({ token, name, email, workspaceName }: InvitationFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const accept = useAcceptInvitation(token);
  const signIn = useSignIn();
  const enter = () =>
    signIn.mutate({ email, password }, { onSettled: () => void navigate({ to: '/inbox' }) });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    accept.mutate({ password }, { onSuccess: enter });
  };
  const problem = fieldErrors(accept.error)['password'];
  return (
    <GateLayout
      title={t('gate.invitation.title', { workspace: workspaceName })}
      lead={t('gate.invitation.lead', { name, email })}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {accept.error && !problem && (
          <Banner tone="critical">
            {isApiProblem(accept.error) ? accept.error.problem.detail : t('gate.invitation.failed')}
          </Banner>
        )}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field
          label={t('gate.invitation.password')}
          hint={t('gate.wizard.passwordHint')}
          error={problem}
        >
          <PasswordField autoComplete="new-password" value={password} onValueChange={setPassword} />
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          disabled={password.length < 10}
          loading={accept.isPending || signIn.isPending}
        >
          {t('gate.invitation.submit')}
        </Button>
      </form>
    </GateLayout>
  );
}
