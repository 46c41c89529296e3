import type { ChatStory, Exchange, MailStory, Story } from './stories/index.ts';

/** Finds the part that belongs to a ticket, so that simulated agents know their lines. */
export interface Cast {
  /** By the customer's address, else by the subject; null for somebody who is not of the demo. */
  find(ticket: { subject: string; email: string | null }): Story | null;
}

export function createCast(stories: readonly Story[]): Cast {
  const known = new Map(stories.map((story) => [keyOf(subjectOf(story)), story]));
  return {
    find({ subject, email }) {
      const story = known.get(keyOf(subject)) ?? null;
      if (story !== null) return story;
      const own = stories.filter((one) => one.customer.email === email);
      return own.length === 1 ? (own[0] ?? null) : null;
    },
  };
}

/** What is settled by mail in a story, in order. */
export function exchangesOf(story: Story): readonly Exchange[] {
  return story.kind === 'mail' ? story.exchanges : (story.after ?? []);
}

/** The lines one side has in a chat. */
export function linesOf(story: ChatStory, side: 'agent' | 'customer'): string[] {
  return story.turns.filter((turn) => turn.from === side).map((turn) => turn.text);
}

/** A mail of the customer: their words, what they answer to, and how they end. */
export function mailText(
  story: Pick<MailStory, 'signature'> | ChatStory,
  text: string,
  answered: string | null,
): string {
  const signature =
    'signature' in story && story.signature !== undefined ? `\n\n${story.signature}` : '';
  if (answered === null) return `${text}${signature}`;
  const quote = answered.split('\n').map((line) => `> ${line}`.trimEnd());
  return `${text}${signature}\n\nLowtide Coffee wrote:\n${quote.join('\n')}`;
}

function subjectOf(story: Story): string {
  return story.kind === 'chat' ? story.topic : story.subject;
}

/** Subjects are cut and evened out on their way through the desk. */
function keyOf(subject: string): string {
  return subject.replace(/\s+/g, ' ').trim().slice(0, 100).toLowerCase();
}
