/** The bot's conversation as a pure state machine. */
import { findEmail } from './email.rules.ts';
import { hear, type Heard, type Message } from './heard.rules.ts';
import type {
  BotInput,
  BotKnowledge,
  BotReply,
  BotStage,
  BotState,
  BotTurn,
  Learned,
} from './state.rules.ts';
import * as texts from './texts.rules.ts';
import { wordsOf } from './plain.rules.ts';
import { wantsPerson } from './wish.rules.ts';
import { hasNoEmail, isRefusal, isVague } from './words.rules.ts';

/** After so many turns a person takes over, whatever was said. */
export const mostTurns = 12;
const mostFailures = 2;

/**
 * One turn: what the customer did, and what is known, to the next state and what is said and done.
 * Ends in a hand-over or an end after at most `mostTurns` turns; a question is put at most twice.
 */
export function nextTurn(state: BotState, input: BotInput, knowledge: BotKnowledge): BotTurn {
  if (state.stage === 'done') return quiet(state);
  if (state.stage === 'waiting') return whileWaiting(state, input, knowledge);
  const counted: BotState = { ...state, turns: state.turns + 1 };
  if (input.kind === 'person_requested') return handOver(counted, knowledge, asked);
  if (wishes(input)) return handOverOnWish(counted, input, knowledge);
  const heard = hear(counted, input, knowledge);
  const known = withLearned(knowledge, heard.learned);
  return { ...follow(heard, known), learned: learnedOf(heard, state) };
}

const asked = 'the customer asked for a person';
const chose = 'the customer chose to talk to a person';

/** Whether a customer is handed over because they wish for a person, in words or by a button. */
export function isWish({ reason }: Pick<BotTurn, 'reason'>): boolean {
  return reason === asked || reason === chose;
}

function wishes(message: Message): boolean {
  return message.answer === null && wantsPerson(message.text);
}

/** "Human please" names no topic; a longer wish is a topic of its own, and may hold details. */
function handOverOnWish(state: BotState, message: Message, knowledge: BotKnowledge): BotTurn {
  const tells = state.topic === null && wordsOf(message.text).length > 3;
  const heard = tells ? hear({ ...state, stage: 'topic' }, message, knowledge) : null;
  const email = knowledge.email === null ? findEmail(message.text)?.email : undefined;
  const learned: Learned = { ...heard?.learned, ...(email !== undefined && { email }) };
  const turn = handOver(
    { ...state, topic: heard?.state.topic ?? state.topic, suspect: null },
    withLearned(knowledge, learned),
    asked,
  );
  return { ...turn, learned: { ...learned, ...topicLearned(state, turn.state) } };
}

/** Carries out what was heard. */
function follow(heard: Heard, known: BotKnowledge): BotTurn {
  const { state } = heard;
  switch (heard.next) {
    case 'person':
      return handOver(state, known, chose);
    case 'by_email':
      return byEmail(state, known);
    case 'end':
      return leave(state, known);
    case 'drop':
      return end({ ...state, topic: null }, texts.goodbye);
    case 'helped':
      // Nothing is left to do: no topic, so that the end makes no work of it.
      return end({ ...state, topic: null }, texts.helped);
    case 'go_on':
      return goOn(heard, known);
  }
}

/** Somebody leaves with their request told: it must reach the team. */
function leave(state: BotState, known: BotKnowledge): BotTurn {
  if (state.topic === null) return end(state, texts.goodbye);
  return known.email === null ? end(state, texts.keptForTeam) : byEmail(state, known);
}

function end(state: BotState, text: string): BotTurn {
  const replies = [{ text, prompt: null }];
  return { state: { ...state, stage: 'done' }, replies, act: 'end', learned: {}, reason: null };
}

function byEmail(state: BotState, known: BotKnowledge): BotTurn {
  return {
    state: { ...state, stage: 'done' },
    replies: [{ text: texts.byEmail(known.email ?? ''), prompt: null }],
    act: 'end_by_email',
    learned: {},
    reason: 'the customer chose an answer by email',
  };
}

function goOn(heard: Heard, known: BotKnowledge): BotTurn {
  const failures = heard.understood ? 0 : heard.state.failures + 1;
  const state: BotState = { ...heard.state, failures };
  if (failures >= mostFailures) {
    return handOver(state, known, 'the assistant did not understand two answers in a row');
  }
  if (state.turns >= mostTurns) return handOver(state, known, 'the questions took too long');
  return ask(state, known, heard.say);
}

/** Puts the next open question; what is known or was refused is never asked. */
function ask(state: BotState, known: BotKnowledge, say: string | null): BotTurn {
  const stage = nextStage(state, known);
  const question = questionOf(stage, state, known);
  const before = state.introduced ? say : texts.introduction(known.continued);
  const text = before === null ? question.text : `${before} ${question.text}`;
  return {
    state: { ...state, stage, introduced: true, asked: countAsked(state, stage) },
    replies: [{ text, prompt: question.prompt }],
    act: null,
    learned: {},
    reason: null,
  };
}

type Question = Exclude<BotStage, 'waiting' | 'done'>;

function nextStage(state: BotState, known: BotKnowledge): Question {
  if (state.suspect !== null && state.asked.typo === 0) return 'typo';
  if (state.topic === null && state.asked.topic === 0) return 'topic';
  if (state.topic !== null && known.help && state.asked.help === 0) return 'help';
  if (known.name === null && !state.skipped.name && state.asked.name < 2) return 'name';
  if (known.email === null && !state.skipped.email && state.asked.email < 2) return 'email';
  return 'choice';
}

function questionOf(stage: Question, state: BotState, known: BotKnowledge): BotReply {
  switch (stage) {
    case 'topic':
      return texts.askTopic;
    case 'help':
      return known.help ? texts.offerHelp(known.help) : texts.offerChoices(known);
    case 'name':
      return texts.askName(state.asked.name > 0);
    case 'email':
      return texts.askEmail(state.asked.email > 0);
    case 'typo':
      return state.suspect === null ? texts.offerChoices(known) : texts.askTypo(state.suspect);
    case 'choice':
      return texts.offerChoices(known);
  }
}

function countAsked(state: BotState, stage: Question): BotState['asked'] {
  return stage === 'choice' ? state.asked : { ...state.asked, [stage]: state.asked[stage] + 1 };
}

/** A person takes over. An address that is missing is asked for once more, and only if never before. */
function handOver(state: BotState, known: BotKnowledge, reason: string): BotTurn {
  const askEmail = known.email === null && !state.skipped.email && state.asked.email === 0;
  const text = state.introduced
    ? texts.handedOver(known.agentsOnline)
    : `I am an automated assistant. ${texts.handedOver(known.agentsOnline)}`;
  return {
    state: {
      ...state,
      stage: 'waiting',
      introduced: true,
      asked: { ...state.asked, email: state.asked.email + (askEmail ? 1 : 0) },
    },
    replies: [{ text, prompt: null }, ...(askEmail ? [texts.askEmailWaiting] : [])],
    act: 'hand_over',
    learned: {},
    reason,
  };
}

/** Before somebody answers, only an address is taken down; everything else is for the person. */
function whileWaiting(state: BotState, input: BotInput, known: BotKnowledge): BotTurn {
  if (input.kind === 'person_requested' || known.email !== null) return quiet(state);
  const email = findEmail(input.text)?.email;
  if (email !== undefined) {
    return { ...quiet(state), replies: [texts.notedEmail(email)], learned: { email } };
  }
  const declined = input.answer?.kind === 'skip' || isRefusal(input.text) || hasNoEmail(input.text);
  if (!declined || state.skipped.email || state.asked.email === 0) return quiet(state);
  const skipped = { ...state.skipped, email: true };
  return { ...quiet({ ...state, skipped }), replies: [texts.withoutEmail] };
}

function quiet(state: BotState): BotTurn {
  return { state, replies: [], act: null, learned: {}, reason: null };
}

function withLearned(knowledge: BotKnowledge, learned: Learned): BotKnowledge {
  return {
    ...knowledge,
    name: learned.name ?? knowledge.name,
    email: learned.email ?? knowledge.email,
  };
}

function learnedOf(heard: Heard, before: BotState): Learned {
  return { ...heard.learned, ...topicLearned(before, heard.state) };
}

function topicLearned(before: BotState, after: BotState): Learned {
  return after.topic !== null && before.topic === null && !isVague(after.topic)
    ? { topic: after.topic }
    : {};
}
