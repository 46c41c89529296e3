import { linesOf } from './cast.ts';
import type { Desk } from './desk-client.ts';
import { typingSeconds } from './pace.ts';
import { inShort, type Stage } from './stage.ts';
import type { ChatStory } from './stories/index.ts';

/** Said to somebody who has no part in the demo, such as whoever tries the chat of the shop. */
const toStrangers = [
  'Hello! I am one of the simulated agents of the demo. Somebody real would now look into this for you.',
  'I have noted it. You can go on writing, or end the chat and see how the rest goes on by email.',
];
const silenceSeconds = 150;

/** Leads a chat to its end: one line for each of the customer's, then the fields, then the last words. */
export async function leadChat(
  stage: Stage,
  desk: Desk,
  ticketId: string,
  who: string,
): Promise<void> {
  const { pace, random, cast } = stage;
  const ticket = await desk.ticket(ticketId);
  const found = cast.find({ subject: ticket.subject, email: ticket.customer.email });
  const story = found?.kind === 'chat' ? found : null;
  const lines = story === null ? toStrangers : linesOf(story, 'agent');
  const expected = story === null ? Number.POSITIVE_INFINITY : linesOf(story, 'customer').length;
  desk.watch(ticketId);
  for (;;) {
    const { ended, said, heard, isMyTurn } = await look(desk, ticketId);
    if (ended) return;
    const line = lines[said];
    if (line !== undefined && isMyTurn) {
      desk.typing(ticketId, true);
      await pace.wait(typingSeconds(line) * random.between(0.6, 1.2));
      desk.typing(ticketId, false);
      if (!(await say(desk, ticketId, line))) return;
      if (said === 0 && story !== null) await setFields(desk, ticketId, story);
      continue;
    }
    const isDone = line === undefined && heard >= expected;
    if (isDone && story?.ending === 'agent') return close(stage, desk, { ticketId, story, who });
    const changed = await pace.until(async () => {
      const now = await look(desk, ticketId);
      return now.ended || now.heard > heard;
    }, silenceSeconds);
    if (!changed) return close(stage, desk, { ticketId, story, who });
  }
}

/** Where the chat stands. Read from the ticket each time, so that an agent who was cut off goes on. */
async function look(desk: Desk, ticketId: string) {
  const { session } = await desk.ticket(ticketId);
  const messages = await desk.messages(ticketId);
  const speakers = messages
    .map(({ author }) => author.kind)
    .filter((kind) => kind === 'agent' || kind === 'customer');
  const first = speakers.indexOf('agent');
  desk.seen(ticketId, messages.at(-1)?.seq ?? 0);
  return {
    ended: session === null || session.state === 'ended',
    isMyTurn: first < 0 || speakers.at(-1) === 'customer',
    said: speakers.filter((kind) => kind === 'agent').length,
    /** Lines of the customer since the first of an agent. */
    heard: first < 0 ? 0 : speakers.slice(first).filter((kind) => kind === 'customer').length,
  };
}

/** False when the customer has ended the chat while this was typed. */
async function say(desk: Desk, ticketId: string, text: string): Promise<boolean> {
  try {
    await desk.write(ticketId, { channel: 'messaging', text });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'session_ended') return false;
    throw error;
  }
}

async function setFields(desk: Desk, ticketId: string, story: ChatStory): Promise<void> {
  await desk.change(ticketId, {
    category: story.category,
    ...(story.tags.length > 0 && { tags: [...story.tags] }),
  });
}

async function close(
  stage: Stage,
  desk: Desk,
  { ticketId, story, who }: { ticketId: string; story: ChatStory | null; who: string },
): Promise<void> {
  const { pace, random, tally } = stage;
  await pace.wait(random.between(2, 6));
  if ((await look(desk, ticketId)).ended) return;
  const settled = story !== null && story.after === undefined && story.ending === 'agent';
  if (settled) {
    await desk.change(ticketId, { status: 'solved' });
    tally.count('solved');
  }
  if (story?.note !== undefined) await desk.write(ticketId, { channel: 'note', text: story.note });
  const farewell = story?.ending === 'agent' ? story.farewell : undefined;
  const words =
    farewell ??
    'I have not heard from you for a while, so I close the chat here. Write again whenever you like.';
  await desk.end(ticketId, words);
  tally.count('ended');
  stage.tell(who, `ends the chat: ${inShort(words)}`);
}
