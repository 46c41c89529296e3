/** What the portal signs: mailed links that let somebody in once, and the cookie that keeps them in. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const claimSchema = z.object({
  kind: z.enum(['link', 'session']),
  workspaceId: z.string(),
  email: z.string(),
  /** Of a link: names it, so that it is used once. */
  id: z.string(),
  /** Milliseconds since the epoch after which it is worthless. */
  expiresAt: z.number(),
});
export type Claim = z.infer<typeof claimSchema>;

export const linkLifetimeMs = 30 * 60_000;
/** How long somebody stays in at most, and how long without a visit. */
export const sessionLifetimeMs = 14 * 86_400_000;
export const idleLifetimeMs = 2 * 86_400_000;

/** The token of a claim, safe to stand in a link or a cookie. */
export function signClaim(claim: Claim, secret: string): string {
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${body}.${signatureOf(body, secret)}`;
}

/** The claim of a token; null when it is not ours, of another kind, or too old. */
export function readClaim(
  token: string,
  kind: Claim['kind'],
  { secret, now }: { secret: string; now: Date },
): Claim | null {
  const [body, signature] = token.split('.');
  if (!body || !signature || !sameText(signature, signatureOf(body, secret))) return null;
  const claim = claimSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return claim.kind === kind && claim.expiresAt > now.getTime() ? claim : null;
}

function signatureOf(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
