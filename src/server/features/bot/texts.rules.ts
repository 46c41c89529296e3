/** Everything the bot says. Plain, short, and nothing is announced that does not happen with it. */
import type { BotKnowledge, BotReply, HelpAnswer } from './state.rules.ts';

/** First words: says what it is, and in a continued exchange that this is a new conversation. */
export function introduction(continued: boolean): string {
  const about = 'I am an automated assistant. I note what you need so that a person can take over.';
  return continued ? `This is a new conversation, linked to your earlier one. ${about}` : about;
}

export const askTopic: BotReply = { text: 'What is it about?', prompt: null };

/** The words of the help pages as they stand there, where to read on, and whether that was it. */
export function offerHelp({ text, sources }: HelpAnswer): BotReply {
  const places = sources.map(({ title, url }) => (url === null ? title : `${title}: ${url}`));
  return {
    text: `Our help pages say:\n\n${text}\n\n${places.join('\n')}\n\nDid this help?`,
    prompt: {
      kind: 'choice',
      options: [
        { id: 'help_yes', label: 'Yes, thank you' },
        { id: 'help_no', label: 'No, go on' },
      ],
    },
  };
}

export const notHelped = 'All right, then let us get you to a person.';
export const helped = 'Good to hear. This chat ends here. Write again whenever you need us.';

export function askName(again: boolean): BotReply {
  return {
    text: again ? 'What may we call you? You can leave this out.' : 'What is your name?',
    prompt: { kind: 'name', skippable: true },
  };
}

export function askEmail(again: boolean): BotReply {
  return {
    text: again
      ? 'Which address can we use? For example name@example.com. You can leave it out.'
      : 'At which email address can we reach you?',
    prompt: { kind: 'email', skippable: true },
  };
}

export function askTypo(suspect: { typed: string; meant: string }): BotReply {
  return {
    text: `You wrote ${suspect.typed}. Did you mean ${suspect.meant}?`,
    prompt: {
      kind: 'choice',
      options: [
        { id: 'typo_yes', label: `Yes, ${suspect.meant}` },
        { id: 'typo_no', label: `No, ${suspect.typed}` },
      ],
    },
  };
}

/** The ways to go on, best first. An answer by email is only offered where there is an address. */
export function choicesFor(known: BotKnowledge): { id: string; label: string }[] {
  const person = {
    id: 'person',
    label: known.agentsOnline ? 'Talk to a person' : 'Wait here for a person',
  };
  const email = known.email === null ? [] : [{ id: 'email', label: 'Answer me by email' }];
  const done = { id: 'done', label: 'I need nothing more' };
  return known.agentsOnline ? [person, ...email, done] : [...email, person, done];
}

export function offerChoices(known: BotKnowledge): BotReply {
  return {
    text: offerText(known),
    prompt: { kind: 'choice', options: choicesFor(known) },
  };
}

function offerText(known: BotKnowledge): string {
  if (known.agentsOnline) return 'How shall we go on?';
  const alone = 'Nobody from our team is online right now.';
  return known.email === null
    ? `${alone} You can wait here, or write an email address to be answered there.`
    : `${alone} We can answer by email to ${known.email}, or you can wait here.`;
}

export const noted = 'I have noted that.';
export const notedFile = 'I have kept the file with your conversation.';
export const whyName = 'The name only helps our team to address you.';
export const whyEmail = 'The address is for answering you outside this chat.';
export const noAddress = 'That is not a complete email address.';
export const noneKnown = 'For that we need an address.';

/** Said in the transaction that makes the ticket. */
export function handedOver(agentsOnline: boolean): string {
  return agentsOnline
    ? 'I have passed your conversation to our team. Whoever answers can read everything above.'
    : 'I have passed your conversation to our team. Nobody is online right now, so an answer may take a while.';
}

export const askEmailWaiting: BotReply = {
  text: 'If you like, write an email address here, in case we lose each other.',
  prompt: { kind: 'email', skippable: true },
};

export function notedEmail(email: string): BotReply {
  return { text: `Thank you. I have noted ${email} for our team.`, prompt: null };
}

export const withoutEmail: BotReply = {
  text: 'That is fine. You can stay in this chat.',
  prompt: null,
};

export function byEmail(email: string): string {
  return `Your conversation is with our team now, for an answer by email to ${email}. This chat ends here.`;
}

export const keptForTeam = 'Thank you. What you wrote is kept for our team. This chat ends here.';
export const goodbye = 'All right. This chat ends here, and nothing is passed on.';
