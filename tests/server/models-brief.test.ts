import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TicketBrief } from '../../src/contracts/followups.ts';
import type { Api } from '../support/api.ts';
import { openChat } from '../support/journeys.ts';
import type { ModelAsked } from '../support/model-peer.ts';
import { startModelWorld, type ModelWorld } from '../support/model-world.ts';
import { until } from '../support/wait.ts';

let world: ModelWorld;
let ana: Api;
let anaId: string;

beforeAll(async () => {
  world = await startModelWorld();
  ana = await world.app.as('ana');
  anaId = (await ana.get('/api/me')).body.memberId;
});
afterAll(() => world.stop());
beforeEach(() => world.calm());

const topic = 'I am Anna Bell. My kettle from order 10432 leaks, write to anna@bell.example.';
const reply = 'Sorry Anna! I will send a new kettle by Friday.';

/** A chat in which a person said something, and which has ended. */
async function endedChat(): Promise<{ ticketId: string }> {
  const { app, workspaceId } = world;
  const chat = await openChat(app, workspaceId, { name: 'Anna Bell', topic });
  const { conversationId } = chat;
  await app.database.inWorkspace(workspaceId, (scope) =>
    app.services.conversations.append(scope, {
      conversationId,
      clientId: null,
      channel: 'messaging',
      author: { kind: 'agent', id: anaId },
      text: reply,
    }),
  );
  await app.services.sessions.end(workspaceId, {
    conversationId,
    reason: 'trigger',
    actor: { kind: 'trigger', id: null },
    rule: { id: randomUUID(), name: 'Evening' },
    receivedAt: world.clock.now(),
  });
  return chat;
}

type WrittenBrief = NonNullable<TicketBrief['brief']>;

const briefOf = ({ ticketId }: { ticketId: string }): Promise<WrittenBrief> =>
  until('the brief', async () => (await ana.get(`/api/tickets/${ticketId}/brief`)).body.brief);

/** A draft that quotes what it was given, with whatever a test wants to be in it. */
function draftFrom({ texts }: ModelAsked, more: object = {}): string {
  const lines = (texts[1] ?? '').split('\n').slice(1);
  const messages = lines.map((line) => JSON.parse(line) as { message: string; text: string });
  const quote = (part: string) => {
    const found = messages.find(({ text }) => text.includes(part));
    return { message: found?.message ?? 'm1', quote: found?.text ?? part };
  };
  const [leak, promise] = [quote('leaks'), quote('new kettle')];
  return JSON.stringify({
    summary: {
      value: 'The kettle leaks, a new one is promised.',
      confidence: 0.9,
      quotes: [leak, promise],
    },
    problem: { value: `The kettle leaks: ${leak.quote}`, confidence: 0.9, quotes: [leak] },
    promised: [
      { value: 'Send a new kettle', confidence: 0.9, quotes: [promise], due: 'by Friday' },
    ],
    nextStep: { value: 'Send a new kettle', confidence: 0.9, quotes: [promise] },
    category: { value: null, confidence: 0.2, quotes: [] },
    urgency: { value: 'normal', confidence: 0.7, quotes: [leak] },
    sentiment: { value: 'negative', confidence: 0.7, quotes: [leak] },
    ...more,
  });
}

describe('a brief with a model', () => {
  it('is written by it, with evidence, and no name or address left the machine', async () => {
    await world.setUp();
    world.peer.answer = (asked) => draftFrom(asked);
    const brief = await briefOf(await endedChat());
    expect(brief.origin).toEqual({
      by: 'model',
      model: 'small-model',
      because: null,
      dropped: [],
      rulesFields: [],
    });
    expect(brief.fields.summary.value).toBe('The kettle leaks, a new one is promised.');
    expect(brief.fields.problem.value).toBe(`The kettle leaks: ${topic}`);
    expect(brief.fields.promised).toMatchObject([{ by: 'agent', due: 'by Friday' }]);
    expect(brief.fields.summary.evidence).toHaveLength(2);
    const { raw = '' } = world.peer.asked[0] ?? {};
    for (const secret of ['Anna', 'Bell', 'bell.example', '10432'])
      expect(raw).not.toContain(secret);
    expect(await world.lastCall()).toMatchObject({ prompt: 'brief', result: 'ok' });
  });

  it('keeps what the model made up out, and says what that was', async () => {
    await world.setUp();
    const made = { value: 'Refund 500 euros', confidence: 1 };
    world.peer.answer = (asked) => {
      const [promise] = JSON.parse(draftFrom(asked)).promised;
      const wrong = { ...made, quotes: promise.quotes };
      return draftFrom(asked, { nextStep: wrong, tried: [{ ...made, quotes: [] }] });
    };
    const brief = await briefOf(await endedChat());
    expect(brief.origin).toMatchObject({
      by: 'model',
      dropped: [
        { field: 'nextStep', text: 'Refund 500 euros', why: 'number' },
        { field: 'tried', text: 'Refund 500 euros', why: 'quote' },
      ],
      rulesFields: ['nextStep'],
    });
    expect(JSON.stringify(brief.fields)).not.toContain('500 euros');
    expect(brief.fields.nextStep.value).not.toBe('');
  });

  it('keeps its origin when a person corrects it', async () => {
    await world.setUp();
    world.peer.answer = (asked) => draftFrom(asked);
    const chat = await endedChat();
    const { version } = await briefOf(chat);
    const edit = { field: 'problem', value: 'A leaking kettle' };
    const corrected = await ana.patch(`/api/tickets/${chat.ticketId}/brief`, { version, edit });
    expect(corrected.body.brief).toMatchObject({
      version: 2,
      corrected: ['problem'],
      origin: { by: 'model' },
    });
  });
});

describe('a brief without a model that works', () => {
  it.each([
    ['is dead', [{ status: 500 }, { status: 500 }, { status: 500 }], 'failed'],
    ['hangs', ['hang'], 'timeout'],
    ['speaks nonsense', [{ say: 'no' }, { say: 'no' }], 'malformed'],
  ] as const)(
    'is written by rules when the model %s, and says why',
    async (_how, next, because) => {
      await world.setUp({ timeoutSeconds: 2 });
      world.peer.next.push(...next);
      const brief = await briefOf(await endedChat());
      expect(brief.origin).toMatchObject({ by: 'rules', model: null, because });
      expect(brief.fields.promised.length).toBeGreaterThan(0);
    },
  );

  it('is written by rules, for no reason, when there is none', async () => {
    await world.devi.delete('/api/models/write');
    const brief = await briefOf(await endedChat());
    expect(brief.origin).toMatchObject({ by: 'rules', because: null });
    expect(world.peer.asked).toEqual([]);
  });
});
