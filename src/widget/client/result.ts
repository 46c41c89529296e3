import type { Problem } from '../../contracts/problems.ts';
import { t } from '../strings.ts';

/** The part of a problem that the widget acts on. `offline` and `timeout` are codes of its own. */
export type Refusal = Pick<Problem, 'code' | 'detail' | 'retry'>;

/** What came of asking the server something; expected failures are values. */
export type Result<Data> = { ok: true; data: Data } | { ok: false; problem: Refusal };

/** Nothing was sent, since there is no connection. */
export const offline: Refusal = { code: 'offline', detail: t('problem.offline'), retry: true };

/** It was sent, but no answer came: it may have been done. */
export const timedOut: Refusal = { code: 'timeout', detail: t('problem.timeout'), retry: true };

/** The refusal in a body that should be problem details but may be anything. */
export function refusalOf(body: unknown): Refusal {
  const { code, detail, retry } = (
    typeof body === 'object' && body !== null ? body : {}
  ) as Partial<Problem>;
  return {
    code: typeof code === 'string' ? code : 'internal',
    detail: typeof detail === 'string' && detail !== '' ? detail : t('problem.unknown'),
    retry: retry !== false,
  };
}
