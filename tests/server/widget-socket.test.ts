import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForToken, connectWidget, type Customer } from '../support/customer.ts';
import { until } from '../support/wait.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

const story = 'My tent leaks at the seams';
let world: WidgetWorld;

beforeAll(async () => {
  world = await startWidgetWorld();
});

afterAll(() => world?.stop());

describe('the socket', () => {
  test.each([undefined, null, 7, '', 'v1.a.b.c', { token: 'x' }])(
    'turns away the token %s',
    async (token) => {
      await expect(connectWidget(world.app.url, token)).rejects.toMatchObject({
        data: { code: 'sign_in_required' },
      });
    },
  );

  test('turns away a token whose signature or parts were changed', async () => {
    const token = await askForToken(world.app.url, world.key);
    const other = token.split('.').with(2, randomUUID()).join('.');
    for (const forged of [
      other,
      `${token}x`,
      token.slice(0, -1),
      `${token}.x`,
      token.replace('v1', 'v2'),
    ]) {
      await expect(connectWidget(world.app.url, forged)).rejects.toMatchObject({
        data: { code: 'sign_in_required' },
      });
    }
  });

  test('answers hostile requests with problems and stays alive', async () => {
    const one = await world.customer();
    const hostile: [string, unknown][] = [
      ['message.send', null],
      ['message.send', 'text'],
      ['message.send', []],
      ['message.send', { text: 'x' }],
      [
        'message.send',
        { conversationId: 'x', clientId: 'short', text: 7, attachmentIds: {}, answer: [] },
      ],
      [
        'message.send',
        {
          conversationId: null,
          clientId: `${'a'.repeat(10)}\u0000`,
          text: 'x',
          attachmentIds: [],
          answer: null,
        },
      ],
      [
        'message.send',
        {
          conversationId: null,
          clientId: randomUUID(),
          text: 'x'.repeat(8_001),
          attachmentIds: [],
          answer: null,
        },
      ],
      [
        'message.send',
        {
          conversationId: null,
          clientId: randomUUID(),
          text: ' ',
          attachmentIds: [],
          answer: null,
        },
      ],
      [
        'message.send',
        {
          conversationId: null,
          clientId: randomUUID(),
          text: 'x',
          attachmentIds: [randomUUID()],
          answer: null,
        },
      ],
      ['conversation.read', { conversationId: null, afterSeq: -1 }],
      ['conversation.read', { conversationId: "x' or 1=1", afterSeq: 0 }],
      ['session.end', JSON.parse('{"__proto__":{"conversationId":"x"}}')],
      ['identify', { signature: 'x' }],
      ['typing', {}],
    ];
    for (const [name, request] of hostile) {
      expect(await one.ask(name, request), `${name} ${JSON.stringify(request)}`).toMatchObject({
        ok: false,
        problem: { code: 'request_invalid' },
      });
    }
    one.socket.emit('message.send', { no: 'acknowledgement' });
    one.socket.emit('constructor', {});
    const text = 'broken \ud800 pair, zero \u0000 end';
    const { message } = await one.send(text);
    expect(message.text).toContain('broken');
    expect(({} as Record<string, unknown>)['conversationId']).toBeUndefined();
  });

  test('unknown fields are ignored', async () => {
    const one = await world.customer();
    const request = JSON.parse(
      `{"conversationId":null,"clientId":"${randomUUID()}","text":"${story}","attachmentIds":[],"answer":null,"authorKind":"agent","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}`,
    );
    const { message } = await one.call('message.send', request);
    expect(message.author.kind).toBe('customer');
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('limits messages and commands of a socket', async () => {
    const one = await world.customer();
    const codes = (answers: Awaited<ReturnType<Customer['ask']>>[]) =>
      answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code));
    const request = () => ({
      conversationId: null,
      clientId: randomUUID(),
      text: story,
      attachmentIds: [],
      answer: null,
    });
    const sent = codes(
      await Promise.all(Array.from({ length: 25 }, () => one.ask('message.send', request()))),
    );
    expect(sent.filter((code) => code === 'ok').length).toBeLessThanOrEqual(21);
    expect(sent).toContain('rate_limited');
    const read = codes(
      await Promise.all(
        Array.from({ length: 300 }, () =>
          one.ask('conversation.read', { conversationId: null, afterSeq: 0 }),
        ),
      ),
    );
    expect(read).toContain('ok');
    expect(read).toContain('rate_limited');
  });

  test('typing goes both ways and only where it belongs', async () => {
    const [ada, eve] = [await world.customer(), await world.customer()];
    await ada.send('I want to talk to a human about my tent');
    await eve.send('I want to talk to a human about my boots');
    const rows = await world.query('select id from tickets where conversation_id = $1', [
      ada.conversationId(),
    ]);
    const agent = await openDesk(world.desk.cookie());
    const heard: unknown[] = [];
    agent.on('typing', (signal) => heard.push(signal));
    await agent.emitWithAck('ticket.watch', { ticketId: rows[0].id });
    await eve.call('typing', { conversationId: eve.conversationId(), typing: true });
    await ada.call('typing', { conversationId: ada.conversationId(), typing: true });
    await until('the agent sees it', () => heard.length > 0);
    expect(heard).toEqual([
      { ticketId: rows[0].id, who: 'customer', name: 'Customer', memberId: null, typing: true },
    ]);
    await ada.read();
    await agent.emitWithAck('typing', { ticketId: rows[0].id, typing: true });
    await until('the customer sees it', () =>
      ada.changes.find((change) => change.event === 'agent.typing'),
    );
    expect(eve.changes.filter((change) => change.event === 'agent.typing')).toEqual([]);
  });
});

async function openDesk(cookie: string): Promise<Socket> {
  const socket = io(`${world.app.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
    auth: { workspaceId: world.workspaceId },
  });
  world.closeLater({ close: () => void socket.close() });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', () => resolve());
    socket.on('connect_error', reject);
  });
  return socket;
}
