import { errors, type ErrorCode } from '../../contracts/errors.ts';
import type { FieldProblem, Problem } from '../../contracts/problems.ts';

/** The one error of the application: a code of the registry and a sentence for the person who meets it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: FieldProblem[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = options.fields ?? [];
  }
}

/** Not there, or not visible to this caller: the same answer. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no such ${what}, or you may not see it.`);
}

/** The problem details of any thrown value. What is not ours says nothing about the inside. */
export function problemOf(error: unknown, requestId?: string): Problem {
  const known =
    error instanceof AppError
      ? error
      : new AppError('internal', 'It has been logged. Trying again may help.', { cause: error });
  const entry = errors[known.code];
  return {
    type: `urn:segue:error:${known.code}`,
    title: entry.title,
    status: entry.status,
    code: known.code,
    detail: known.message,
    retry: entry.retry,
    ...(known.fields.length > 0 && { fields: [...known.fields] }),
    ...(requestId !== undefined && { requestId }),
  };
}
