import { useTranslation } from 'react-i18next';
import { assistantPolicySchema, type AssistantPolicy } from '../../../../contracts/assistant.ts';
import { isField, isShare } from './use-change-words.ts';

/** Least and most of the numbers, as people type them. */
export const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  answerFrom: [0, 100],
  chosenFrom: [0, 100],
  approveBelow: [0, 100],
  rollOut: [0, 100],
  perCustomerADay: [1, 100],
  perHour: [1, 100_000],
  turns: [1, 20],
  questionRounds: [0, 2],
  mailHours: [1, 720],
  chatHours: [1, 720],
  reopenDays: [1, 90],
  minutes: [1, 10_080],
};

/** What cannot be saved: where it stands, and what to do about it. */
export type PolicyProblem = {
  /** `limits.perHour`, `categories.2.answerFrom`, `otherwise.requiredFields.0.label`. */
  path: string;
  /** The category, part and field in words. */
  where: string;
  message: string;
};

/** Everything in a draft that the server would refuse. */
export function useProblems(draft: AssistantPolicy): PolicyProblem[] {
  const { t } = useTranslation();
  const parsed = assistantPolicySchema.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path }) => {
    const [first = '', second] = path;
    const field = String(path.findLast((part) => isField(String(part))) ?? '');
    const where =
      first === 'otherwise'
        ? t('policy.otherwise')
        : first === 'categories'
          ? (draft.categories[Number(second)]?.category ?? '')
          : t(`policy.parts.${first as 'limits'}`);
    const range = RANGES[field];
    const message = range
      ? t(isShare(field) ? 'policy.range' : 'policy.wholeRange', {
          from: range[0],
          to: range[1],
        })
      : t(field === 'requiredFields' ? 'policy.fieldProblem' : 'policy.wrong');
    return {
      path: path.join('.'),
      where: isField(field)
        ? t('policy.problem', { where, field: t(`policy.fields.${field}`) })
        : where,
      message,
    };
  });
}

/** What is wrong at a place, if anything is. */
export function problemAt(problems: readonly PolicyProblem[], path: string): string | undefined {
  return problems.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;
}
