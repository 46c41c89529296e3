import type { WidgetReply, WidgetRequest } from '../../contracts/widget.ts';
import { coalesce } from '../lib/coalesce.ts';
import type { Result } from './result.ts';

type Read = WidgetRequest<'conversation.read'>;
type Update = WidgetReply<'conversation.read'>;

type Options = {
  read(request: Read): Promise<Result<Update>>;
  /** What to read now: the conversation on screen and how far it was read. */
  position(): Read;
  onUpdate(update: Update): void;
  /** The conversation is not (or no longer) this visitor's. */
  onGone(): void;
};

/** Fetches what is new. */
export type Reader = { sync(): Promise<void> };

/**
 * One read at a time: changes that are announced during a read cause one more read after it, however
 * many they are. An answer about a conversation that was left meanwhile is dropped and read anew.
 */
export function createReader(options: Options): Reader {
  return { sync: coalesce(() => once(options)) };
}

/** Whether it has to be done again. */
async function once({ read, position, onUpdate, onGone }: Options): Promise<boolean> {
  const asked = position();
  const answer = await read(asked);
  if (position().conversationId !== asked.conversationId) return true;
  if (answer.ok) onUpdate(answer.data);
  else if (answer.problem.code === 'not_found') onGone();
  return false;
}
