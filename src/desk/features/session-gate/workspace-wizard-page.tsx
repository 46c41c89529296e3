import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { createWorkspaceSchema } from '../../../contracts/workspaces.ts';
import { fieldErrors, isApiProblem } from '../../lib/api-problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GateLayout } from './gate-layout.tsx';
import { PasswordField } from './password-field.tsx';
import { useCreateWorkspace, useSignIn, useWelcome } from './queries.ts';

/** The zone is not asked: the browser knows it. */
const questionsSchema = createWorkspaceSchema.omit({ timeZone: true });
type Answers = Record<keyof typeof questionsSchema.shape, string>;
const EMPTY: Answers = {
  workspaceName: '',
  supportAddress: '',
  adminName: '',
  adminEmail: '',
  password: '',
};

const fieldNames = questionsSchema.keyof().options;

/** Sets up a workspace of one's own, then signs its admin in. */
export function WorkspaceWizardPage() {
  const { t } = useTranslation();
  const welcome = useWelcome().data;
  const { answers, problems, set, submit, failure, busy } = useWizard();
  const question = { answers, problems, set };
  return (
    <GateLayout title={t('gate.wizard.title')} lead={t('gate.wizard.lead')}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && (
          <Banner tone="critical">
            {isApiProblem(failure) ? failure.problem.detail : t('gate.wizard.failed')}
          </Banner>
        )}
        <Question
          {...question}
          name="workspaceName"
          hint={t('gate.wizard.workspaceNameHint')}
          autoFocus
        />
        <Question
          {...question}
          name="supportAddress"
          hint={t('gate.wizard.supportAddressHint')}
          type="email"
        />
        <hr className="border-line" />
        <Question {...question} name="adminName" autoComplete="name" />
        <Question {...question} name="adminEmail" type="email" autoComplete="username" />
        <Field
          label={t('gate.wizard.password')}
          hint={t('gate.wizard.passwordHint')}
          error={problems['password']}
          required
        >
          <PasswordField
            name="password"
            autoComplete="new-password"
            value={answers.password}
            onValueChange={set('password')}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={busy}>
          {t('gate.wizard.submit')}
        </Button>
        {welcome && !welcome.empty && (
          <Link
            to="/sign-in"
            search={{}}
            className="self-center rounded-small text-accent-text underline underline-offset-2"
          >
            {t('gate.wizard.back')}
          </Link>
        )}
      </form>
    </GateLayout>
  );
}

function useWizard() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateWorkspace();
  const signIn = useSignIn();
  const [answers, setAnswers] = useState(EMPTY);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const set = (field: keyof Answers) => (value: string) => {
    setAnswers((all) => ({ ...all, [field]: value }));
    setProblems(({ [field]: _cured, ...rest }) => rest);
  };
  const tell = (fields: readonly string[]) => {
    const wrong = fieldNames.filter((field) => fields.includes(field));
    setProblems(Object.fromEntries(wrong.map((field) => [field, t(`gate.wizard.wrong.${field}`)])));
    if (wrong[0]) document.getElementsByName(wrong[0])[0]?.focus();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const checked = createWorkspaceSchema.safeParse({ ...answers, timeZone });
    if (!checked.success) return tell(checked.error.issues.map(({ path }) => String(path[0])));
    const { adminEmail: email, password } = checked.data;
    create.mutate(checked.data, {
      onError: (error) => setProblems(fieldErrors(error)),
      onSuccess: () =>
        signIn.mutate({ email, password }, { onSettled: () => void navigate({ to: '/inbox' }) }),
    });
  };
  const failure = create.error && Object.keys(problems).length === 0 ? create.error : null;
  return { answers, problems, set, submit, failure, busy: create.isPending || signIn.isPending };
}

type QuestionProps = {
  name: Exclude<keyof Answers, 'password'>;
  answers: Answers;
  problems: Record<string, string>;
  set: (field: keyof Answers) => (value: string) => void;
  hint?: string;
  type?: string;
  autoComplete?: string;
  autoFocus?: boolean;
};

function Question({ name, answers, problems, set, hint, ...field }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Field label={t(`gate.wizard.${name}`)} hint={hint} error={problems[name]} required>
      <TextField
        {...field}
        name={name}
        controlSize="lg"
        value={answers[name]}
        onValueChange={set(name)}
      />
    </Field>
  );
}
