import { problemSchema, type Problem } from '../../contracts/problems.ts';

/** A request that did not succeed, as the server explains it (RFC 9457), or as we do when it was not reached. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail || problem.title, options);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** Whether something thrown is an ApiProblem, of one code if given. */
export function isApiProblem(thrown: unknown, code?: string): thrown is ApiProblem {
  return thrown instanceof ApiProblem && (code === undefined || thrown.problem.code === code);
}

/** The messages of invalid fields by path (`email`, `hours.0.from`), for the `error` of a Field. */
export function fieldErrors(thrown: unknown): Record<string, string> {
  if (!isApiProblem(thrown)) return {};
  return Object.fromEntries(
    (thrown.problem.fields ?? []).map(({ path, message }) => [path, message]),
  );
}

/** The problem in an answer; an answer that carries none is told as far as it can be. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ApiProblem(parsed.data);
  return new ApiProblem(
    ownProblem({
      code: 'answer_unreadable',
      status: response.status,
      title: `The server answered with status ${response.status}`,
      retry: response.status >= 500,
    }),
  );
}

/** The problem of a server that could not be reached. */
export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem(
    ownProblem({
      code: 'server_unreachable',
      status: 0,
      title: 'The server could not be reached',
      retry: true,
    }),
    { cause },
  );
}

/** The problem of an answer that is not what the contract says. */
export function unexpectedAnswer(cause: unknown): ApiProblem {
  return new ApiProblem(
    ownProblem({
      code: 'answer_unexpected',
      status: 200,
      title: 'The server gave an answer that this page does not understand',
      detail: 'Segue has most likely been updated since the page was opened: reload it.',
      retry: false,
    }),
    { cause },
  );
}

function ownProblem({
  detail,
  ...rest
}: Pick<Problem, 'code' | 'status' | 'title' | 'retry'> & { detail?: string }): Problem {
  return { type: 'about:blank', ...rest, detail: detail ?? rest.title };
}
