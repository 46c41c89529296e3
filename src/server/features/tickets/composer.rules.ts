/** Which channels an agent may answer on, which is chosen first, and why the others are closed. */
import type { MessageChannel } from '../../../contracts/conversations.ts';
import type { SessionState } from '../../../contracts/sessions.ts';

export interface ComposerFacts {
  /** Null where there never was a live session. */
  readonly session: SessionState | null;
  /** Whether it is the linked follow-up of a chat, which itself never was live. */
  readonly followup?: boolean;
  readonly customerEmail: string | null;
  readonly closed: boolean;
}

export interface ComposerState {
  readonly channels: { channel: MessageChannel; allowed: boolean; reason: string | null }[];
  readonly preferred: MessageChannel;
}

/** Messaging while the session runs; then mail if the address is known; a note always. What never was a chat has none to close. */
export function composerFor(facts: ComposerFacts): ComposerState {
  const live = facts.session !== null && facts.session !== 'ended';
  const messaging = refusalOfMessaging(facts);
  const email = refusalOfEmail(facts);
  const chat = { channel: 'messaging' as const, allowed: messaging === null, reason: messaging };
  return {
    channels: [
      ...(facts.session === null && !facts.followup ? [] : [chat]),
      { channel: 'email', allowed: email === null, reason: email },
      { channel: 'note', allowed: true, reason: null },
    ],
    preferred: live && messaging === null ? 'messaging' : email === null ? 'email' : 'note',
  };
}

function refusalOfMessaging(facts: ComposerFacts): string | null {
  if (facts.followup) return 'The chat has ended, and this ticket goes on by email.';
  if (facts.session === 'ended') return 'The chat has ended. Answer by email, or write a note.';
  return facts.closed ? 'The ticket is closed.' : null;
}

function refusalOfEmail(facts: ComposerFacts): string | null {
  if (facts.closed) return 'The ticket is closed.';
  return facts.customerEmail === null ? 'The customer has given no email address.' : null;
}
