/** Invitation links: signed, for one account, for a week. They die with the first password that is set. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Invitation {
  readonly userId: string;
  readonly workspaceId: string;
  readonly memberId: string;
  /** Milliseconds since the epoch after which it is worthless. */
  readonly expiresAt: number;
}

export const invitationLifetimeMs = 7 * 86_400_000;

/** The token of an invitation, safe to stand in a link. */
export function signInvitation(invitation: Invitation, secret: string): string {
  const body = Buffer.from(JSON.stringify(invitation)).toString('base64url');
  return `${body}.${signatureOf(body, secret)}`;
}

/** The invitation of a token; null when it is not ours or too old. */
export function readInvitation(token: string, secret: string, now: Date): Invitation | null {
  const [body, signature] = token.split('.');
  if (!body || !signature || !sameText(signature, signatureOf(body, secret))) return null;
  const invitation = JSON.parse(Buffer.from(body, 'base64url').toString()) as Invitation;
  return invitation.expiresAt > now.getTime() ? invitation : null;
}

function signatureOf(body: string, secret: string): string {
  return createHmac('sha256', secret).update(`invitation:${body}`).digest('base64url');
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
