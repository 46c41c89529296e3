import type { BotPrompt } from '../../contracts/widget.ts';
import { createApi } from './api.ts';
import { linesOf } from './cast.ts';
import { typingSeconds } from './pace.ts';
import { inShort, type Stage } from './stage.ts';
import type { ChatStory } from './stories/index.ts';
import { openWidget, type WidgetClient } from './widget-client.ts';

const patienceSeconds = 240;
const botSeconds = 15;
/** Questions of the bot one customer puts up with; it asks fewer. */
const mostQuestions = 8;

/** Plays a customer from the first words to the end of the chat. */
export async function playChat(stage: Stage, story: ChatStory, key: string): Promise<void> {
  const { url, pace, onAway } = stage;
  const api = createApi({ url, waitReal: pace.waitReal, onAway });
  const client = await openWidget({ api, key, pace });
  const who = story.customer.name;
  try {
    stage.tell(who, `opens a chat: ${inShort(story.topic)}`);
    stage.tally.count('opened');
    await client.send(story.topic);
    await answerBot(stage, story, client);
    if (isOver(client)) return stage.tell(who, 'is told that the answer comes by email');
    if (await speak(stage, story, client)) await leave(stage, story, client);
  } finally {
    client.close();
  }
}

/** Answers what the bot asks until a person takes over. */
async function answerBot(stage: Stage, story: ChatStory, client: WidgetClient): Promise<void> {
  const { pace, random } = stage;
  let answeredSeq = 0;
  for (let question = 0; question < mostQuestions; question += 1) {
    const asked = await pace.until(
      () => isOver(client) || isAsked(client, answeredSeq),
      botSeconds,
    );
    if (!asked || isOver(client)) return;
    const last = client.messages().at(-1);
    answeredSeq = last?.seq ?? answeredSeq;
    await pace.wait(random.between(2, 6));
    const isHandedOver = client.conversation()?.state !== 'bot';
    if (isHandedOver && !last?.prompt) return;
    if (story.bot === 'wants_person' && !isHandedOver) await client.requestPerson();
    else if (last?.prompt) await answerPrompt(story, client, last.prompt);
    else await client.send(linesOf(story, 'customer')[0] ?? story.topic);
    if (isHandedOver) return;
  }
}

/** Whether the last word is the bot's and not answered yet. */
function isAsked(client: WidgetClient, answeredSeq: number): boolean {
  const last = client.messages().at(-1);
  return last !== undefined && last.seq > answeredSeq && last.author.kind === 'assistant';
}

async function answerPrompt(
  story: ChatStory,
  client: WidgetClient,
  prompt: BotPrompt,
): Promise<void> {
  if (prompt.kind !== 'choice') {
    if (story.bot === 'skips') return client.send('', { kind: 'skip' });
    return client.send(prompt.kind === 'name' ? story.customer.name : story.customer.email);
  }
  const wanted = story.bot === 'by_email' ? 'email' : 'person';
  const ids = prompt.options.map((option) => option.id);
  const optionId = [wanted, 'typo_no', 'person', ids[0] ?? ''].find((id) => ids.includes(id)) ?? '';
  await client.send(prompt.options.find((one) => one.id === optionId)?.label ?? optionId, {
    kind: 'choice',
    optionId,
  });
}

/** Says the lines, each when the agent has said theirs. False when it ended before. */
async function speak(stage: Stage, story: ChatStory, client: WidgetClient): Promise<boolean> {
  const { pace, random, tally } = stage;
  const patience = story.patienceSeconds ?? patienceSeconds;
  const since = performance.now();
  let due = 0;
  for (const turn of story.turns) {
    if (turn.from === 'agent') {
      due += 1;
      const heard = await pace.until(() => isOver(client) || agentLines(client) >= due, patience);
      if (due === 1 && agentLines(client) > 0) tally.answered((performance.now() - since) / 1_000);
      if (isOver(client)) return false;
      if (!heard) return giveUp(stage, story, client);
      continue;
    }
    client.typing(true);
    await pace.wait(typingSeconds(turn.text) * random.between(0.7, 1.6));
    if (isOver(client)) return false;
    client.typing(false);
    await client.send(turn.text);
  }
  return true;
}

async function giveUp(stage: Stage, story: ChatStory, client: WidgetClient): Promise<false> {
  stage.tell(story.customer.name, 'gets no answer and leaves');
  await client.send('ok nobody there. please write me');
  await client.end();
  stage.tally.count('ended');
  return false;
}

async function leave(stage: Stage, story: ChatStory, client: WidgetClient): Promise<void> {
  const { pace, random } = stage;
  const who = story.customer.name;
  if (story.ending === 'vanishes') return stage.tell(who, 'closes the page in the middle');
  if (story.ending === 'agent') {
    await pace.until(() => isOver(client), patienceSeconds);
    return;
  }
  await pace.wait(random.between(2, 8));
  if (isOver(client)) return;
  await client.end();
  stage.tally.count('ended');
  stage.tell(who, 'ends the chat');
}

function isOver(client: WidgetClient): boolean {
  return client.conversation()?.state === 'ended';
}

function agentLines(client: WidgetClient): number {
  return client.messages().filter((message) => message.author.kind === 'agent').length;
}
