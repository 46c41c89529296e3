import type { Http } from './http.ts';
import type { Keep } from './keep.ts';
import type { Result } from './result.ts';
import type { Tabs } from './tabs.ts';

/**
 * The visitor's token, made when the customer first writes something and not a moment sooner. Two
 * tabs that write first at the same time share one.
 */
export function createVisitorToken(
  keep: Keep,
  http: Http,
  tabs: Tabs,
): () => Promise<Result<string>> {
  const make = async (): Promise<Result<string>> => {
    const known = keep.token();
    if (known !== null) return { ok: true, data: known };
    const answer = await http.createVisitor();
    if (!answer.ok) return answer;
    keep.setToken(answer.data.token);
    tabs.tell({ kind: 'visitor' });
    return { ok: true, data: answer.data.token };
  };
  return () => {
    const known = keep.token();
    return known === null
      ? tabs.exclusive('visitor', make)
      : Promise.resolve({ ok: true, data: known });
  };
}
