import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { FetchPage } from './imports.service.ts';

const maxBytes = 5_000_000;

/** Gets pages through the guarded client. Only what says it is text or HTML is read. */
export function createPageFetcher(http: HttpClient): FetchPage {
  return async (url) => {
    const answer = await http.send({ url, method: 'GET', redirects: 5, maxBytes });
    if (answer.status !== 200) throw new Error(`It answered with status ${answer.status}.`);
    const type = String(answer.headers['content-type'] ?? '');
    if (!/^text\/|xhtml/i.test(type)) throw new Error(`It is ${type || 'of no type'}, not a page.`);
    const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
    return { url, content: answer.body, ...(charset !== undefined && { charset }) };
  };
}
