/** What a message means as an answer to the open question. */
import { findEmail, guessEmail, looksLikeEmail, suspectTypo } from './email.rules.ts';
import { findIntroduction, readName } from './name.rules.ts';
import type { BotInput, BotKnowledge, BotState, Learned } from './state.rules.ts';
import {
  choicesFor,
  noAddress,
  noneKnown,
  noted,
  notedFile,
  notHelped,
  whyEmail,
  whyName,
} from './texts.rules.ts';
import {
  hasNoEmail,
  isClosing,
  isNo,
  isQuestion,
  isRefusal,
  isThanks,
  isVague,
  isYes,
  prefersEmail,
  prefersWaiting,
} from './words.rules.ts';

export type Message = Extract<BotInput, { kind: 'message' }>;

/** `go_on`: to the next question; the others leave the questions. */
export interface Heard {
  readonly next: 'go_on' | 'person' | 'by_email' | 'end' | 'drop' | 'helped';
  readonly state: BotState;
  readonly learned: Learned;
  readonly understood: boolean;
  /** A short word before the next question. */
  readonly say: string | null;
}

type Read = (state: BotState, message: Message, known: BotKnowledge) => Heard;

const readers: Record<'topic' | 'help' | 'name' | 'email' | 'typo' | 'choice', Read> = {
  topic: hearTopic,
  help: hearHelp,
  name: hearName,
  email: hearEmail,
  typo: hearTypo,
  choice: hearChoice,
};

/** Reads a message as the answer to the question of the state. */
export function hear(state: BotState, message: Message, known: BotKnowledge): Heard {
  if (state.stage === 'waiting' || state.stage === 'done') return goOn(state);
  return readers[state.stage](state, message, known);
}

function hearTopic(state: BotState, message: Message, known: BotKnowledge): Heard {
  if (state.asked.topic > 0 && isClosing(message.text)) return { ...goOn(state), next: 'drop' };
  const vague = isVague(message.text);
  if (vague && message.files === 0 && state.asked.topic === 0)
    return learnDetails(state, message, known);
  const topic = vague && message.files > 0 ? 'Sent a file' : message.text.trim();
  return learnDetails({ ...state, topic: topic === '' ? null : topic }, message, known);
}

/** Whether the help pages answered it. Whatever is neither yes nor no goes on like a no. */
function hearHelp(state: BotState, message: Message, known: BotKnowledge): Heard {
  const { text, answer } = message;
  const option = answer?.kind === 'choice' ? answer.optionId : null;
  const helped = option === 'help_yes' || (option === null && (isYes(text) || isThanks(text)));
  if (helped) return { ...goOn(state), next: 'helped' };
  if (option === 'help_no' || isNo(text)) return { ...goOn(state), say: notHelped };
  return { ...learnDetails(state, message, known), say: thanksFor(message) };
}

/** Name and address that somebody gives by the way. */
function learnDetails(state: BotState, message: Message, known: BotKnowledge): Heard {
  const name = known.name === null ? findIntroduction(message.text) : null;
  const email = known.email === null ? (findEmail(message.text)?.email ?? null) : null;
  const heard = email === null ? goOn(state) : takeEmail(state, email);
  return name === null ? heard : { ...heard, learned: { ...heard.learned, name } };
}

function hearName(state: BotState, message: Message): Heard {
  const { text, answer } = message;
  const skipped: BotState = { ...state, skipped: { ...state.skipped, name: true } };
  if (answer?.kind === 'skip' || isRefusal(text)) return goOn(skipped);
  if (isClosing(text)) return { ...goOn(state), next: 'end' };
  const found = findEmail(text);
  const name = readName(found?.rest.replace(/\b(my )?e-?mail( address)?( is)?\b:?/i, ' ') ?? text);
  if (found !== null) {
    const heard = takeEmail(name === null ? state : skipped, found.email);
    return name === null ? heard : { ...heard, learned: { ...heard.learned, name } };
  }
  if (name !== null) return { ...goOn(state), learned: { name } };
  if (isQuestion(text)) return missed(withTopic(state, text), whyName);
  if (isVague(text) && message.files === 0) return missed(state, null);
  // Somebody who goes on with their story is not asked for a name again.
  return missed(withTopic(skipped, text), thanksFor(message));
}

function hearEmail(state: BotState, message: Message): Heard {
  const { text, answer } = message;
  const found = findEmail(text);
  if (found !== null) return takeEmail(state, found.email);
  const skipped: BotState = { ...state, skipped: { ...state.skipped, email: true } };
  if (answer?.kind === 'skip' || isRefusal(text) || hasNoEmail(text)) return goOn(skipped);
  if (isClosing(text)) return { ...goOn(state), next: 'end' };
  const guess = guessEmail(text);
  if (guess !== null && state.asked.typo === 0) {
    return goOn({ ...state, suspect: { typed: text.trim().slice(0, 100), meant: guess } });
  }
  if (looksLikeEmail(text)) return missed(state, noAddress);
  if (isQuestion(text)) return missed(withTopic(state, text), whyEmail);
  return missed(
    withTopic(state, text),
    isVague(text) && message.files === 0 ? null : thanksFor(message),
  );
}

/** An address counts at once; if it looks mistyped, the right one is asked for once. */
function takeEmail(state: BotState, email: string): Heard {
  const meant = state.asked.typo === 0 ? suspectTypo(email) : null;
  return {
    ...goOn({ ...state, suspect: meant === null ? null : { typed: email, meant } }),
    learned: { email },
  };
}

function hearTypo(state: BotState, message: Message): Heard {
  const { text, answer } = message;
  const settled: BotState = { ...state, suspect: null };
  const meant = state.suspect?.meant;
  if (meant === undefined) return goOn(settled);
  const option = answer?.kind === 'choice' ? answer.optionId : null;
  const corrected = findEmail(text)?.email;
  if (option === 'typo_yes' || (option === null && isYes(text))) {
    return { ...goOn(settled), learned: { email: meant } };
  }
  if (option === 'typo_no' || isNo(text)) return goOn(settled);
  if (corrected !== undefined) return { ...goOn(settled), learned: { email: corrected } };
  if (isClosing(text)) return { ...goOn(settled), next: 'end' };
  return missed(settled, thanksFor(message));
}

function hearChoice(state: BotState, message: Message, known: BotKnowledge): Heard {
  const { text, answer } = message;
  const options = choicesFor(known);
  const chosen = answer?.kind === 'choice' ? answer.optionId : optionSaid(text, options);
  if (chosen === 'person') return { ...goOn(state), next: 'person' };
  if (chosen === 'email' && known.email !== null) return { ...goOn(state), next: 'by_email' };
  if (chosen === 'done') return { ...goOn(state), next: 'drop' };
  const email = findEmail(text)?.email;
  if (email !== undefined) return takeEmail(state, email);
  if (isNo(text) || isClosing(text)) return { ...goOn(state), next: 'end' };
  if (prefersEmail(text) && known.email !== null) return { ...goOn(state), next: 'by_email' };
  if (prefersEmail(text) && state.asked.email < 2) {
    const open: BotState = { ...state, skipped: { ...state.skipped, email: false } };
    return { ...goOn(open), say: noneKnown };
  }
  if (prefersWaiting(text)) return { ...goOn(state), next: 'person' };
  return missed(withTopic(state, text), thanksFor(message));
}

/** An option named by its label, its number or a plain yes to the first. */
function optionSaid(
  text: string,
  options: readonly { id: string; label: string }[],
): string | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '');
  const byLabel = options.find((option) => option.label.toLowerCase() === said);
  const byNumber = /^[1-9]$/.test(said) ? options[Number(said) - 1] : undefined;
  const first = isYes(text) ? options[0] : undefined;
  return (byLabel ?? byNumber ?? first)?.id ?? null;
}

/** What is told later is the topic where none was told before. */
function withTopic(state: BotState, text: string): BotState {
  const topic = state.topic ?? (isVague(text) ? null : text.trim());
  return { ...state, topic };
}

function thanksFor(message: Message): string {
  return message.files > 0 ? notedFile : noted;
}

function goOn(state: BotState): Heard {
  return { next: 'go_on', state, learned: {}, understood: true, say: null };
}

function missed(state: BotState, say: string | null): Heard {
  return { next: 'go_on', state, learned: {}, understood: false, say };
}
