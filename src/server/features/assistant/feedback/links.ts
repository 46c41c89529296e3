import { createHmac, timingSafeEqual } from 'node:crypto';

/** What somebody says with a click in a mail of the assistant. */
export type Verdict = 'helped' | 'not_helped';

/** The answer that a click is about. */
export interface FeedbackPlace {
  readonly workspaceId: string;
  readonly decisionId: string;
  readonly verdict: Verdict;
}

export interface FeedbackLinks {
  readonly urlOf: (place: FeedbackPlace) => string;
  /** The place of a token; null for anything that was not signed here. */
  readonly read: (token: string) => FeedbackPlace | null;
}

const version = 'a1';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const verdicts: Readonly<Record<string, Verdict>> = { y: 'helped', n: 'not_helped' };

/**
 * Links of the assistant's mails: each says one thing about one answer, under a key that signs nothing else.
 * Opening one only shows a page with a button: scanners of mail open every link.
 */
export function createFeedbackLinks({
  secret,
  pageUrl,
}: {
  secret: string;
  pageUrl: (path: string) => string;
}): FeedbackLinks {
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('base64url');
  return {
    urlOf({ workspaceId, decisionId, verdict }) {
      const body = [version, workspaceId, decisionId, verdict === 'helped' ? 'y' : 'n'].join('.');
      return pageUrl(`/answer/${body}.${sign(body)}`);
    },
    read(token) {
      if (token.length > 250) return null;
      const [given, workspaceId = '', decisionId = '', letter = '', signature = '', ...rest] =
        token.split('.');
      const verdict = verdicts[letter];
      if (given !== version || rest.length > 0 || verdict === undefined) return null;
      if (!uuid.test(workspaceId) || !uuid.test(decisionId)) return null;
      const expected = Buffer.from(sign(token.slice(0, token.lastIndexOf('.'))));
      const shown = Buffer.from(signature);
      const right = expected.length === shown.length && timingSafeEqual(expected, shown);
      return right ? { workspaceId, decisionId, verdict } : null;
    },
  };
}
