import type { Page } from 'playwright-core';

/** Which request is held back: on its way there, or its answer on the way back. */
export interface HeldRequest {
  readonly url: string;
  readonly method: string;
  readonly at: 'request' | 'answer';
}

/** Holds back the first such request of a page from now on: `reached` when it is there, until `letGo`. */
export async function holdFirst(page: Page, { url, method, at }: HeldRequest) {
  const [reached, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isFirst = true;
  await page.route(url, async (route) => {
    if (route.request().method() !== method || !isFirst) return route.fallback();
    isFirst = false;
    const response = at === 'answer' ? await route.fetch() : null;
    reached.resolve();
    await free.promise;
    // The page may have given it up meanwhile.
    await (response ? route.fulfill({ response }) : route.continue()).catch(() => undefined);
  });
  return { reached: reached.promise, letGo: free.resolve };
}

/** Refuses what a page sends there, as the server refuses what it cannot accept. */
export async function refuse(page: Page, url: string): Promise<void> {
  const problem = { type: 'about:blank', title: 'Refused', status: 422, code: 'request_invalid' };
  await page.route(url, (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ ...problem, detail: 'It was refused.', retry: false }),
    }),
  );
}
