import { z } from 'zod';
import { attachmentSchema, type Attachment } from '../../../../contracts/attachments.ts';

const keyOf = (memberId: string, ticketId: string) => `segue.files.${memberId}.${ticketId}`;
const keptSchema = z.array(attachmentSchema);

/** The files that were beside the draft when the page was left: the server has them, no message carries them yet. */
export function recallFiles(memberId: string, ticketId: string): readonly Attachment[] {
  try {
    const kept = window.localStorage.getItem(keyOf(memberId, ticketId));
    const parsed = keptSchema.safeParse(JSON.parse(kept ?? 'null'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** Keeps files that wait for the next message; none forgets them. */
export function rememberFiles(
  memberId: string,
  ticketId: string,
  files: readonly Attachment[],
): void {
  try {
    if (files.length === 0) window.localStorage.removeItem(keyOf(memberId, ticketId));
    else window.localStorage.setItem(keyOf(memberId, ticketId), JSON.stringify(files));
  } catch {
    // A private window: they wait as long as the page lives.
  }
}
