import type { Http } from './http.ts';
import type { Keep } from './keep.ts';
import type { Result } from './result.ts';
import type { Tabs } from './tabs.ts';

/** The visitor's token of this browser, shared by its tabs. */
export type VisitorToken = {
  /** The token; made when the customer first writes something and not a moment sooner. */
  get(): Promise<Result<string>>;
  /** Another tab has made it. */
  heard(token: string): void;
};

const OTHER_TAB_MS = 1_000;

/**
 * Two tabs that write first at the same time share one token. What one tab puts into the storage
 * reaches the other a moment later, so whoever had to wait for the lock waits for word of it too.
 */
export function createVisitorToken(keep: Keep, http: Http, tabs: Tabs): VisitorToken {
  let tellWaiting: (token: string) => void = () => {};

  const fromOtherTab = () =>
    new Promise<string | null>((resolve) => {
      tellWaiting = resolve;
      setTimeout(() => resolve(keep.token()), OTHER_TAB_MS);
    });

  const make = async (waited: boolean): Promise<Result<string>> => {
    const known = keep.token() ?? (waited ? await fromOtherTab() : null);
    if (known !== null) return { ok: true, data: known };
    const answer = await http.createVisitor();
    if (!answer.ok) return answer;
    const { token } = answer.data;
    keep.setToken(token);
    tabs.tell({ kind: 'visitor', token });
    return { ok: true, data: token };
  };

  return {
    async get() {
      const known = keep.token();
      return known === null ? tabs.exclusive('visitor', make) : { ok: true, data: known };
    },
    heard(token) {
      keep.setToken(token);
      tellWaiting(token);
    },
  };
}
