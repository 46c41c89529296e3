import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EndRequest } from '../../src/server/features/sessions/index.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

/**
 * Ends, messages, rules, looks for silence and kills in any order and at once: however they fall, a
 * session ends once, is continued once, and no message is lost or stored twice.
 */

const rule = { id: randomUUID(), name: 'Night' };
let world: WidgetWorld;

beforeAll(async () => {
  world = await startWidgetWorld();
  const admin = await world.app.as('devi');
  await admin.patch('/api/settings', { sessions: { afterEnd: 'follow_up' } });
});

afterAll(() => world?.stop());

const acts = [
  'agent',
  'customer',
  'rule',
  'rule_later',
  'wish',
  'message',
  'check',
  'crash',
] as const;
type Act = (typeof acts)[number];

const request = (id: string, more: Partial<EndRequest>): EndRequest => ({
  conversationId: id,
  reason: 'agent',
  actor: { kind: 'system', id: null },
  receivedAt: new Date(),
  ...more,
});

const wish = {
  reason: 'trigger',
  actor: { kind: 'trigger', id: rule.id },
  rule,
  asEmail: true,
  followupMode: 'linked_ticket',
} as const;

/** A process that dies after everything was done and before it was committed; then the job runs again. */
async function crashAndRetry(id: string): Promise<void> {
  const { sessions } = world.app.services;
  const killed = world.app.database.inWorkspace(world.workspaceId, async (scope) => {
    await sessions.endIn(scope, request(id, wish));
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  await sessions.end(world.workspaceId, request(id, wish));
}

function play(
  act: Act,
  chat: { id: string; send: (text: string) => Promise<unknown>; said: string[] },
): Promise<unknown> {
  const { sessions } = world.app.services;
  const end = (more: Partial<EndRequest>) =>
    sessions.end(world.workspaceId, request(chat.id, more));
  switch (act) {
    case 'agent':
      return end({});
    case 'customer':
      return end({ reason: 'customer', followupMode: 'linked_ticket' });
    case 'rule':
    case 'rule_later':
      return end(wish);
    case 'wish':
      return world.app.database.inWorkspace(world.workspaceId, (scope) =>
        sessions.wishIn(scope, {
          conversationId: chat.id,
          actor: wish.actor,
          followupMode: wish.followupMode,
        }),
      );
    case 'check':
      return sessions.check(world.workspaceId, chat.id);
    case 'crash':
      return crashAndRetry(chat.id);
    case 'message': {
      const text = `word ${randomUUID()}`;
      chat.said.push(text);
      return chat.send(text);
    }
  }
}

/** Rounds of acts: those of a round at once, the rounds one after the other. */
const rounds = fc.array(fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

test('one end and one follow-up, whatever happens in which order', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (course) => {
      const { ada, ticketId } = await world.handedOver();
      const id = ada.conversationId();
      const { customer_id: customer } = await world.stored(id);
      await world.desk.patch(`/api/customers/${customer}`, {
        email: `ada.${randomUUID().slice(0, 8)}@example.org`,
      });
      const said: string[] = [];
      const chat = { id, said, send: (text: string) => ada.send(text, { to: id }) };
      for (const round of course) await Promise.all(round.map((act) => play(act, chat)));
      await play('crash', chat);
      await play('rule', chat);
      ada.close();
      await expectOne(id, ticketId);
      await expectAllSaid(customer, said);
    }),
    { numRuns: 25 },
  );
}, 600_000);

async function expectOne(id: string, ticketId: string): Promise<void> {
  const lines = (await world.history(ticketId)).map((line) => line.type);
  expect(lines.filter((type) => type === 'session.ended')).toHaveLength(1);
  expect(lines.filter((type) => type === 'followup.opened')).toHaveLength(1);
  const followups = await world.query(
    `select t.id, w.state, c.previous_id from tickets t join sessions s on s.id = t.followup_of
     join work_items w on w.ticket_id = t.id join conversations c on c.id = t.conversation_id
     where s.conversation_id = $1`,
    [id],
  );
  expect(followups).toHaveLength(1);
  expect(followups[0]).toMatchObject({ previous_id: id });
  expect(['waiting', 'offered', 'assigned']).toContain(followups[0].state);
  const [work] = await world.query('select state, units from work_items where ticket_id = $1', [
    ticketId,
  ]);
  expect(work).toEqual({ state: 'done', units: 0 });
}

/** Every word is once where its customer sees it. */
async function expectAllSaid(customer: string, said: readonly string[]): Promise<void> {
  const rows = await world.query(
    `select m.body from messages m join conversations c on c.id = m.conversation_id
     where c.customer_id = $1 and c.channel = 'messaging' and m.author_kind = 'customer'`,
    [customer],
  );
  const bodies = rows.map((row) => row.body);
  for (const text of said) expect(bodies.filter((body) => body === text)).toHaveLength(1);
}
