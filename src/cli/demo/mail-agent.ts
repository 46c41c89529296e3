import type { TicketSummary } from '../../contracts/tickets.ts';
import { exchangesOf } from './cast.ts';
import type { Desk } from './desk-client.ts';
import { typingSeconds } from './pace.ts';
import { inShort, type Stage } from './stage.ts';
import type { Story } from './stories/index.ts';

/** Whether a ticket of this agent is mail that waits for them: real mail, or what a chat has left. */
export function isMailWork(ticket: TicketSummary): boolean {
  const isLive = ticket.sessionState !== null && ticket.sessionState !== 'ended';
  return !isLive && (ticket.status === 'new' || ticket.status === 'open');
}

/** Does the next step of a mail ticket. Leaves alone what has no part in the demo. */
export async function workOnMail(
  stage: Stage,
  desk: Desk,
  summary: TicketSummary,
  who: string,
): Promise<void> {
  const { pace, random, cast, tally } = stage;
  const story = cast.find({ subject: summary.subject, email: summary.customer.email });
  if (story === null) return;
  const messages = await desk.messages(summary.id);
  const sent = messages.filter(
    ({ author, channel }) => author.kind === 'agent' && channel === 'email',
  ).length;
  const exchange = exchangesOf(story)[sent + stepsBefore(story, summary)];
  if (exchange === undefined || summary.customer.email === null)
    return finish(stage, desk, { summary, story, who });
  await pace.wait(typingSeconds(exchange.agent) * random.between(0.8, 1.6));
  const status = exchange.customer === undefined ? 'solved' : 'pending';
  await desk.write(summary.id, { channel: 'email', text: exchange.agent, status });
  tally.count('answers');
  if (status === 'solved') tally.count('solved');
  stage.tell(
    who,
    `answers #${summary.number} by mail: ${inShort(exchange.agent.split('\n\n')[1] ?? exchange.agent)}`,
  );
  if (sent === 0) await describe(desk, summary, story);
}

/** A chat's customer whose answer came as a new mail is past the first exchange. */
function stepsBefore(story: Story, summary: TicketSummary): number {
  return story.kind === 'chat' && summary.channel === 'email' ? 1 : 0;
}

async function describe(desk: Desk, summary: TicketSummary, story: Story): Promise<void> {
  const { category, tags, note } = story;
  await desk.change(summary.id, { category, ...(tags.length > 0 && { tags: [...tags] }) });
  if (note !== undefined && story.kind === 'mail')
    await desk.write(summary.id, { channel: 'note', text: note });
}

/** Nothing more to say, or no address to say it to. */
async function finish(
  { pace, tally, tell }: Stage,
  desk: Desk,
  { summary, story, who }: { summary: TicketSummary; story: Story; who: string },
): Promise<void> {
  await pace.wait(6);
  if (summary.customer.email === null && exchangesOf(story).length > 0) {
    await desk.write(summary.id, {
      channel: 'note',
      text: 'No address, so nothing more can be done here.',
    });
  }
  await desk.change(summary.id, { status: 'solved' });
  tally.count('solved');
  tell(who, `solves #${summary.number}`);
}
