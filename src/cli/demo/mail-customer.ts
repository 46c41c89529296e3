import { exchangesOf, mailText } from './cast.ts';
import { typingSeconds } from './pace.ts';
import type { PostOffice, ReceivedMail } from './post-office.ts';
import { inShort, type Stage } from './stage.ts';
import type { MailStory, Story } from './stories/index.ts';

/** Longest a customer's mailbox is watched, in seconds of people. */
const mailboxSeconds = 3_600;

/** Sends the first mail of a story. */
export async function writeFirst(
  stage: Stage,
  story: MailStory,
  post: PostOffice,
): Promise<string> {
  const { subject, html } = story;
  const text = mailText(story, story.text, null);
  const id = await post.send({ from: story.customer, subject, text, html, references: [] });
  stage.tally.count('mails');
  stage.tell(story.customer.name, `writes a mail: ${inShort(subject)}`);
  return id;
}

/**
 * Answers the agent's mails as the story has it. A story that began by mail goes on by the Message-ID of
 * the customer's own mails; one that began as a chat needs the reply address of the agent's mail.
 */
export async function answerMails(
  stage: Stage,
  story: Story,
  post: PostOffice,
  first: string | null,
): Promise<void> {
  const { pace } = stage;
  const references = first === null ? [] : [first];
  const waiting: ReceivedMail[] = [];
  const close = post.open(story.customer.email, (mail) => void waiting.push(mail));
  try {
    for (const exchange of exchangesOf(story)) {
      if (!(await pace.until(() => waiting.length > 0, mailboxSeconds))) return;
      const mail = waiting.shift();
      if (!mail || exchange.customer === undefined) return;
      await answer(stage, story, { mail, text: exchange.customer, post, references });
    }
  } finally {
    close();
  }
}

interface Answer {
  readonly mail: ReceivedMail;
  readonly text: string;
  readonly post: PostOffice;
  readonly references: string[];
}

async function answer(
  stage: Stage,
  story: Story,
  { mail, text, post, references }: Answer,
): Promise<void> {
  const { pace, random, tally } = stage;
  await pace.wait(random.between(10, 45) + typingSeconds(text));
  const body = text.includes('\n> ') ? text : mailText(story, text, mail.text);
  const subject = mail.subject.startsWith('Re:') ? mail.subject : `Re: ${mail.subject}`;
  references.push(
    await post.send({ from: story.customer, to: mail.replyTo, subject, text: body, references }),
  );
  tally.count('mails');
  tally.count('replies');
  const joins = mail.replyTo || references.length > 1;
  stage.tell(
    story.customer.name,
    `answers by mail${joins ? '' : ' (as a new mail: the reply address is not known)'}`,
  );
}
