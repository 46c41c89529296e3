/** The parts that customers play in the demo. */

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** One line of a chat once a person has taken over; the two sides wait for each other. */
export interface Turn {
  readonly from: 'agent' | 'customer';
  readonly text: string;
}

/** What is settled by mail: the agent's mail, and what the customer answers to it. */
export interface Exchange {
  readonly agent: string;
  readonly customer?: string;
}

interface StoryBase {
  readonly customer: Person;
  readonly category: 'Billing' | 'Orders' | 'Technical' | 'Account' | 'Question';
  readonly tags: readonly string[];
  /** A note the agent leaves for colleagues. */
  readonly note?: string;
}

export interface ChatStory extends StoryBase {
  readonly kind: 'chat';
  /** The first words; the bot takes them as the topic. */
  readonly topic: string;
  /** What the customer tells the bot about themselves: all, no address, or that they want a person at once. */
  readonly bot: 'answers' | 'skips' | 'wants_person' | 'by_email';
  readonly turns: readonly Turn[];
  /** Who ends it: the agent with the last words, the customer with the button, or nobody as they walk off. */
  readonly ending: 'agent' | 'customer' | 'vanishes';
  readonly farewell?: string;
  /** What is left after the chat; without it the agent solves the ticket before ending. */
  readonly after?: readonly Exchange[];
  /** Seconds the customer waits for an answer before giving up; four minutes unless told. */
  readonly patienceSeconds?: number;
}

export interface MailStory extends StoryBase {
  readonly kind: 'mail';
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Ends every mail of theirs. */
  readonly signature?: string;
  readonly exchanges: readonly Exchange[];
}

export type Story = ChatStory | MailStory;

/** A line of the agent. */
export function a(text: string): Turn {
  return { from: 'agent', text };
}

/** A line of the customer. */
export function c(text: string): Turn {
  return { from: 'customer', text };
}
