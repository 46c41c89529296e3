import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openCustomer } from '../support/customer.ts';
import { openChat } from '../support/journeys.ts';
import { on, openTriggerWorld, type TriggerWorld } from '../support/trigger-world.ts';

let app: TestApp;
let world: TriggerWorld;

beforeAll(async () => {
  app = await startTestApp();
  world = await openTriggerWorld(app);
});
afterEach(() => world.removeRules());
afterAll(() => app.stop());

const urgent = [{ do: 'set_priority', priority: 'urgent' }];

test('a rule asks for risks in what was just written, before anything else has read it', async () => {
  await world.save(
    [on('event', 'is', ['message_received']), on('risk_topic', 'is', ['legal', 'press'])],
    urgent,
  );
  const { conversationId, ticketId, customerId } = await openChat(app, world.workspaceId);
  expect(await world.ranOn(ticketId)).toBe(0);
  await app.database.inWorkspace(world.workspaceId, (scope) =>
    app.services.conversations.append(scope, {
      conversationId,
      clientId: null,
      channel: 'messaging',
      author: { kind: 'customer', id: customerId },
      text: 'My lawyer will write to you.',
    }),
  );
  expect(await world.ranOn(ticketId)).toBe(1);
  expect((await world.ticket(ticketId)).priority).toBe('urgent');
  const [line] = await world.lines(ticketId, 'trigger.ran');
  expect(line?.sentence).toContain('risk topic is legal or press');
});

test('a wish for a person is words or the button of the chat for it', async () => {
  await world.save([on('event', 'is', ['created']), on('wishes_person', 'yes')], urgent);
  const { ticketId: inWords } = await openChat(app, world.workspaceId, {
    topic: 'Let me talk to a human, the tent leaks',
  });
  const { ticketId: none } = await openChat(app, world.workspaceId, { topic: 'The tent leaks' });
  expect(await world.ranOn(inWords)).toBe(1);
  expect(await world.ranOn(none)).toBe(0);

  const { widgetKey: key } = await app.demo();
  const ada = await openCustomer(app.url, { key });
  await ada.send('The tent leaks');
  await ada.call('person.request', { conversationId: ada.conversationId() });
  const { rows } = await app.database.ownerPool.query(
    'select id from tickets where conversation_id = $1',
    [ada.conversationId()],
  );
  expect(await world.ranOn(rows[0].id)).toBe(1);
  const { signals } = (await world.devi.get(`/api/tickets/${rows[0].id}/signals`)).body;
  expect(signals).toContainEqual(
    expect.objectContaining({ kind: 'person_wish', score: 1, evidence: [] }),
  );
  ada.close();
});

test('a topic that does not exist is refused', async () => {
  const answer = await world.devi.post('/api/triggers', {
    name: 'A rule',
    kind: 'ticket',
    conditions: { all: [on('risk_topic', 'is', ['weather'])], any: [] },
    actions: urgent,
    enabled: true,
  });
  expect(answer.status).toBe(400);
});
