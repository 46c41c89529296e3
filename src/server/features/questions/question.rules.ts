/** The form on which customers ask: what it must hold, and how it reads as a message. */
import { z } from 'zod';
import { emailSchema } from '../../../contracts/common.ts';
import type { CategoryField } from '../../../contracts/tickets.ts';

/** Fields of one line are one line, whatever a program sends: they end up in the headers of mails. */
const oneLine = z.string().transform((text) => text.replaceAll(/\s+/g, ' ').trim());

const questionSchema = z.object({
  name: oneLine.pipe(z.string().max(120)),
  email: emailSchema,
  subject: oneLine.pipe(z.string().min(1, 'Say in a few words what it is about').max(160)),
  text: z.string().trim().min(1, 'Write what you need').max(20_000),
});

/** What a customer asked on the form. */
export type Question = z.infer<typeof questionSchema> & {
  readonly category: string | null;
  /** Answers to the category's fields, by key; only those that were given. */
  readonly fields: Readonly<Record<string, string>>;
};

/** What was typed, by the name of the field, for showing it again. */
export type Typed = Readonly<Record<string, string>>;

export type Read =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

/** Reads the form; what is wrong is told by the name of its field. */
export function readQuestion(
  typed: Typed,
  category: { name: string; fields: readonly CategoryField[] } | null,
): Read {
  const parsed = questionSchema.safeParse({ name: '', ...typed });
  const problems: Record<string, string> = {};
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      problems[name] ??= name === 'email' ? 'Give an address like name@example.com' : issue.message;
    }
  }
  const fields: Record<string, string> = {};
  for (const field of category?.fields ?? []) {
    const value = (typed[inputName(field)] ?? '').trim();
    const problem = problemOf(field, value);
    if (problem !== null) problems[inputName(field)] = problem;
    else if (value !== '') fields[field.key] = value;
  }
  if (!parsed.success || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, question: { ...parsed.data, category: category?.name ?? null, fields } };
}

/** The name of a category's field on the form; never that of one of our own. */
export function inputName(field: Pick<CategoryField, 'key'>): string {
  return `field.${field.key}`;
}

function problemOf(field: CategoryField, value: string): string | null {
  if (value === '') return field.required ? `${field.label} is needed` : null;
  if (value.length > 4_000) return 'It is too long';
  if (field.kind === 'number' && !/^-?\d+([.,]\d+)?$/.test(value)) return 'Give a number';
  if (field.kind === 'date' && Number.isNaN(Date.parse(value))) return 'Give a date';
  if (field.kind === 'choice' && !field.options.includes(value)) return 'Choose one of the list';
  return null;
}

/** The question as the first message of its conversation: the fields, then the words. */
export function messageOf(question: Question, fields: readonly CategoryField[]): string {
  const lines = fields.flatMap((field) => {
    const value = question.fields[field.key];
    return value === undefined ? [] : [`${field.label}: ${value}`];
  });
  return lines.length === 0 ? question.text : `${lines.join('\n')}\n\n${question.text}`;
}
