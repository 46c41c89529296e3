import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { FetchPage } from './imports.service.ts';

const maxBytes = 5_000_000;
const mostRedirects = 5;

/** Gets pages through the guarded client. Only what says it is text or HTML is read. */
export function createPageFetcher(http: HttpClient): FetchPage {
  return async (url) => {
    const answer = await http
      .send({ url, method: 'GET', redirects: mostRedirects, maxBytes })
      .catch((error: unknown) => {
        throw new Error(reasonOf(error), { cause: error });
      });
    if (answer.status >= 300 && answer.status < 400)
      throw new Error(`It sends on to another address more than ${mostRedirects} times.`);
    if (answer.status !== 200) throw new Error(`It answered with status ${answer.status}.`);
    const type = String(answer.headers['content-type'] ?? '');
    if (!/^text\/|xhtml/i.test(type)) throw new Error(`It is ${type || 'of no type'}, not a page.`);
    const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
    return { url, content: answer.body, ...(charset !== undefined && { charset }) };
  };
}

/** Codes of Node as somebody reads them who looks after articles. */
const reasons: Readonly<Record<string, string>> = {
  ABORT_ERR: 'It did not answer in time.',
  ECONNREFUSED: 'Nothing answers there.',
  ECONNRESET: 'The connection broke off.',
  ENOTFOUND: 'There is no site of that name.',
  EAI_AGAIN: 'Names of sites cannot be looked up from here.',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It cannot be reached.';
  const code = 'code' in error ? String(error.code) : '';
  return (
    reasons[code] ??
    (error.name === 'AbortError' ? reasons['ABORT_ERR'] : undefined) ??
    error.message
  );
}
