import { draftSchema, type Draft } from '../../../../contracts/conversations.ts';

/** A draft as this browser keeps it: written at every key, so that a closed window loses nothing. */
const keyOf = (memberId: string, ticketId: string) => `segue.draft.${memberId}.${ticketId}`;

/** The draft that has not reached the server; null when there is none. */
export function recallDraft(memberId: string, ticketId: string): Draft | null {
  try {
    const parsed = draftSchema.safeParse(
      JSON.parse(window.localStorage.getItem(keyOf(memberId, ticketId)) ?? 'null'),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a draft until the server has it; null forgets it. */
export function rememberDraft(memberId: string, ticketId: string, draft: Draft | null): void {
  try {
    if (draft === null) window.localStorage.removeItem(keyOf(memberId, ticketId));
    else window.localStorage.setItem(keyOf(memberId, ticketId), JSON.stringify(draft));
  } catch {
    // A private window: the server's copy has to do.
  }
}

/** Forgets a draft that the server has; what was written since then stays. */
export function forgetDraft(memberId: string, ticketId: string, draft: Draft): void {
  const kept = recallDraft(memberId, ticketId);
  if (JSON.stringify(kept) === JSON.stringify(draft)) rememberDraft(memberId, ticketId, null);
}
