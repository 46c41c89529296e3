import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ids } from '../../platform/ids.ts';

/** The browser of a customer, as its token proves it. */
export interface Visitor {
  readonly workspaceId: string;
  readonly visitorId: string;
}

export type Visitors = ReturnType<typeof createVisitors>;

const version = 'v1';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Tokens of visitors: `v1.<workspace>.<visitor>.<signature>`. Nothing is stored for one, so that a page
 * view or a flood of them leaves no rows; the customer is made with the first message.
 */
export function createVisitors({ secret, ids }: { secret: string; ids: Ids }) {
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('base64url');

  return {
    /** A new visitor's token. */
    create(workspaceId: string): string {
      const body = `${version}.${workspaceId}.${ids.next()}`;
      return `${body}.${sign(body)}`;
    },

    /** Whose token it is; null for anything that was not signed here. */
    read(token: unknown): Visitor | null {
      if (typeof token !== 'string' || token.length > 200) return null;
      const [given, workspaceId, visitorId, signature, ...rest] = token.split('.');
      if (given !== version || signature === undefined || rest.length > 0) return null;
      if (!uuid.test(workspaceId ?? '') || !uuid.test(visitorId ?? '')) return null;
      const expected = sign(`${version}.${workspaceId}.${visitorId}`);
      if (!sameText(expected, signature)) return null;
      return { workspaceId: workspaceId ?? '', visitorId: visitorId ?? '' };
    },
  };
}

/** Compares in a time that does not tell how much was right. */
export function sameText(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a page has signed an address with the workspace's secret: hex HMAC-SHA256, lower-case address. */
export function isSignedEmail(signed: {
  email: string;
  signature: string;
  secret: string;
}): boolean {
  const expected = createHmac('sha256', signed.secret).update(signed.email).digest('hex');
  return sameText(expected, signed.signature.toLowerCase());
}
