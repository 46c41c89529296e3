import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat, openMail } from '../support/journeys.ts';
import { on, openTriggerWorld, type TriggerWorld } from '../support/trigger-world.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let world: TriggerWorld;
/** The time of the app: the clock of the machine, and what tests add to it. */
let ahead = 0;

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date(Date.now() + ahead) } });
  world = await openTriggerWorld(app);
});

afterEach(() => world.removeRules());
afterAll(() => app.stop());

describe('a ticket rule', () => {
  it('runs when what happened is what it asks for, and tells why in the history', async () => {
    const actions = [
      { do: 'add_tags', tags: ['done'] },
      { do: 'note', text: 'Solved for {{customer.name}}.' },
    ];
    const id = await world.save([on('status', 'changed_to', ['solved'])], actions);
    const { ticketId } = await openMail(app, world.workspaceId);
    expect(await world.ranOn(ticketId)).toBe(0);
    await world.change(ticketId, { status: 'solved' });
    expect(await world.ranOn(ticketId)).toBe(1);
    expect((await world.ticket(ticketId)).tags).toEqual(['done']);
    const [line] = await world.lines(ticketId, 'trigger.ran');
    expect(line?.actor).toMatchObject({ kind: 'trigger', id });
    expect(line?.sentence).toBe(
      '“A rule” ran because status changed to solved. Add the tags done. Add the note “Solved for {{customer.name}}.”',
    );
    const [tagged] = await world.lines(ticketId, 'ticket.tags');
    expect(tagged?.actor).toMatchObject({ kind: 'trigger', name: 'The rule “A rule”' });
    expect(await world.notes(ticketId)).toEqual(['Solved for Kim Lee.']);
    await world.change(ticketId, { priority: 'high' });
    expect(await world.ranOn(ticketId)).toBe(1);
  });

  it('leaves what happened before it was switched on', async () => {
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.change(ticketId, { priority: 'high' });
    await world.settled();
    await world.save([on('priority', 'changed')], [{ do: 'add_tags', tags: ['late'] }]);
    await world.change(ticketId, { category: 'Billing' });
    expect(await world.ranOn(ticketId)).toBe(0);
  });

  it('runs once for each message', async () => {
    await world.save([on('event', 'is', ['message_received'])], [{ do: 'note', text: 'Heard' }]);
    const { conversationId, ticketId, customerId } = await openChat(app, world.workspaceId);
    for (const text of ['one', 'two', 'three']) {
      await app.database.inWorkspace(world.workspaceId, (scope) =>
        app.services.conversations.append(scope, {
          conversationId,
          clientId: null,
          channel: 'messaging',
          author: { kind: 'customer', id: customerId },
          text,
        }),
      );
    }
    expect(await world.ranOn(ticketId)).toBe(3);
  });

  it('does what is allowed and says what is not', async () => {
    const actions = [
      { do: 'reply', channel: 'messaging', text: 'Hello' },
      { do: 'set_priority', priority: 'urgent' },
    ];
    await world.save([on('priority', 'changed_to', ['high'])], actions);
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.change(ticketId, { priority: 'high' });
    expect(await world.ranOn(ticketId)).toBe(1);
    expect((await world.ticket(ticketId)).priority).toBe('urgent');
    const [line] = await world.lines(ticketId, 'trigger.ran');
    expect(line?.data).toMatchObject({
      failed: ['Write in the chat: “Hello”: No chat runs.'],
    });
  });

  it('puts a ticket into a queue whatever the conditions say, until somebody chooses a group', async () => {
    const devi = await app.as('devi');
    const queues = async (): Promise<{ id: string; name: string; isDefault: boolean }[]> =>
      (await devi.get('/api/queues')).body.queues;
    const { ticketId } = await openMail(app, world.workspaceId);
    const queueOf = async () => (await world.ticket(ticketId)).queue?.name;
    const before = await queueOf();
    const other = (await queues()).find(({ name }) => name !== before);
    await world.save(
      [on('priority', 'changed_to', ['high'])],
      [{ do: 'assign_queue', queueId: other?.id }],
    );
    await world.change(ticketId, { priority: 'high' });
    expect(await world.ranOn(ticketId)).toBe(1);
    expect(await queueOf()).toBe(other?.name);
    await world.change(ticketId, { priority: 'normal' });
    expect(await queueOf()).toBe(other?.name);
    const groups = (await devi.get('/api/groups')).body.groups;
    await world.change(ticketId, { groupId: groups[0].id });
    await world.change(ticketId, { groupId: null });
    expect(await queueOf()).toBe(before);
  });

  it('answers by mail, marked as automatic', async () => {
    await world.save(
      [on('event', 'is', ['created'])],
      [{ do: 'reply', channel: 'best', text: 'We have it, {{customer.first_name}}.' }],
    );
    const { ticketId } = await openMail(app, world.workspaceId, 'kim.auto@example.test');
    expect(await world.ranOn(ticketId)).toBe(1);
    const { rows } = await sql<{ text_body: string; auto: string }>`
      select text_body, headers ->> 'Auto-Submitted' as auto from outbound_mails
      where ticket_id = ${ticketId}`.execute(app.database.owner);
    expect(rows).toEqual([
      { text_body: expect.stringContaining('We have it, Kim.'), auto: 'auto-replied' },
    ]);
  });
});

describe('rules one after the other', () => {
  it('see what those above them changed, in the order of the list', async () => {
    const second = await world.save(
      [on('tags', 'any_of', ['first'])],
      [{ do: 'add_tags', tags: ['second'] }],
    );
    const first = await world.save(
      [on('priority', 'changed_to', ['urgent'])],
      [{ do: 'add_tags', tags: ['first'] }],
    );
    expect((await world.devi.put('/api/triggers/order', { ids: [first, second] })).status).toBe(
      200,
    );
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.change(ticketId, { priority: 'urgent' });
    expect(await world.ranOn(ticketId)).toBe(2);
    expect((await world.ticket(ticketId)).tags).toEqual(['first', 'second']);
  });

  it('stop where a rule says so', async () => {
    await world.save(
      [on('priority', 'changed')],
      [{ do: 'add_tags', tags: ['only'] }, { do: 'stop' }],
    );
    await world.save([on('priority', 'changed')], [{ do: 'add_tags', tags: ['never'] }]);
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.change(ticketId, { priority: 'high' });
    await world.settled();
    expect((await world.ticket(ticketId)).tags).toEqual(['only']);
  });

  it('that undo each other end, each having run once', async () => {
    const flip = (from: string, to: string) =>
      world.save([on('priority', 'changed_to', [from])], [{ do: 'set_priority', priority: to }]);
    await flip('high', 'low');
    await flip('low', 'high');
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.change(ticketId, { priority: 'high' });
    expect(await world.ranOn(ticketId)).toBe(2);
    expect((await world.ticket(ticketId)).priority).toBe('high');
  });

  it('are cut off after twenty for one event, which the history says', async () => {
    for (let at = 0; at < 22; at += 1)
      await world.save([on('priority', 'changed')], [{ do: 'note', text: `Rule ${at}` }]);
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.change(ticketId, { priority: 'high' });
    expect(await world.ranOn(ticketId)).toBe(20);
    const [line] = await world.lines(ticketId, 'trigger.stopped');
    expect(line?.sentence).toContain('after 20 rules for one event');
  });

  it('that go round through the outside are stopped after thirty times in an hour', async () => {
    await world.save([on('event', 'is', ['message_received'])], [{ do: 'note', text: 'Again' }]);
    const { conversationId, ticketId, customerId } = await openChat(app, world.workspaceId);
    await app.database.inWorkspace(world.workspaceId, async (scope) => {
      for (let at = 0; at < 35; at += 1)
        await app.services.conversations.append(scope, {
          conversationId,
          clientId: null,
          channel: 'messaging',
          author: { kind: 'customer', id: customerId },
          text: `Message ${at}`,
        });
    });
    expect(await world.ranOn(ticketId)).toBe(30);
    expect((await world.lines(ticketId, 'trigger.stopped'))[0]?.sentence).toContain('30 times');
  });
});

describe('exactly once', () => {
  it('however often and by however many a ticket is looked at', async () => {
    await world.save([on('priority', 'changed')], [{ do: 'note', text: 'Once' }]);
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.settled();
    await world.change(ticketId, { priority: 'high' });
    await Promise.all(
      Array.from({ length: 8 }, () => app.services.triggers.runOn(world.workspaceId, ticketId)),
    );
    expect(await world.ranOn(ticketId)).toBe(1);
  });

  it('also when the database goes away in the middle of acting', async () => {
    await world.save(
      [on('priority', 'changed')],
      [
        { do: 'note', text: 'Whole' },
        { do: 'add_tags', tags: ['slow'] },
      ],
    );
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.settled();
    // The second action waits for a lock of ours; then the connection that waits is cut.
    const holder = new pg.Client(app.connection);
    await holder.connect();
    await holder.query(`select pg_advisory_lock(4711)`);
    await holder.query(`create function held_up() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(4711); return new; end $$`);
    await holder.query(`create trigger held_up before insert on ticket_tags
      for each row execute function held_up()`);
    await world.change(ticketId, { priority: 'high' });
    await until('the rule to be cut off while it acts', async () => {
      const { rowCount } = await holder.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event = 'advisory'`,
      );
      return rowCount === 1;
    });
    await holder.end();
    await until('the next attempt', async () => (await world.ranOn(ticketId)) === 1);
    expect((await world.ticket(ticketId)).tags).toEqual(['slow']);
    expect(await world.notes(ticketId)).toEqual(['Whole']);
  });
});

describe('around the end of the chat', () => {
  it('a rule ends it with its own name, and as email where it says so', async () => {
    await world.save(
      [on('priority', 'changed_to', ['low'])],
      [{ do: 'set_routing_channel', channel: 'email' }],
      { name: 'Surge' },
    );
    const { ticketId } = await openChat(app, world.workspaceId, {
      email: 'kim.surge@example.test',
    });
    await world.change(ticketId, { priority: 'low' });
    expect(await world.ranOn(ticketId)).toBe(1);
    const after = await world.ticket(ticketId);
    expect(after.session).toMatchObject({ state: 'ended', endedReason: 'trigger' });
    expect(after.routingChannel).toBe('email');
  });

  it('ending alone leaves the routing channel as it is', async () => {
    await world.save([on('priority', 'changed_to', ['low'])], [{ do: 'end_session' }]);
    const { ticketId } = await openChat(app, world.workspaceId);
    await world.change(ticketId, { priority: 'low' });
    await world.settled();
    const after = await world.ticket(ticketId);
    expect(after.session.state).toBe('ended');
    expect(after.routingChannel).toBe('messaging');
  });

  it('a messaging rule says while the chat runs how its rest goes on, whoever ends it', async () => {
    await world.save(
      [on('priority', 'changed_to', ['urgent'])],
      [{ do: 'set_followup_mode', mode: 'linked_ticket' }],
      { kind: 'messaging' },
    );
    const { ticketId } = await openChat(app, world.workspaceId, { email: 'kim.wish@example.test' });
    await world.change(ticketId, { priority: 'urgent' });
    expect(await world.ranOn(ticketId)).toBe(1);
    expect((await world.ticket(ticketId)).session.state).toBe('active');
    await world.ana.post(`/api/tickets/${ticketId}/session/end`, {});
    expect((await world.ticket(ticketId)).following).toMatchObject([{ followup: true }]);
  });

  it('ticket rules run on it, messaging rules no longer do', async () => {
    const ended = on('priority', 'changed');
    await world.save([ended], [{ do: 'add_tags', tags: ['live'] }], { kind: 'messaging' });
    await world.save(
      [on('session_ended_reason', 'changed_to', ['agent'])],
      [{ do: 'add_tags', tags: ['ended-by-agent'] }],
    );
    const { ticketId } = await openChat(app, world.workspaceId, { email: 'kim.end@example.test' });
    await world.ana.post(`/api/tickets/${ticketId}/session/end`, {});
    await world.settled();
    await world.change(ticketId, { priority: 'high' });
    await world.settled();
    expect((await world.ticket(ticketId)).tags).toEqual(['ended-by-agent']);
  });
});

describe('a rule by the clock', () => {
  it('runs when the time has come, once for each time', async () => {
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.settled();
    const id = await world.save(
      [{ field: 'hours_since_customer', op: 'at_least', amount: 24 }, on('status', 'is', ['new'])],
      [{ do: 'note', text: 'A day of silence' }],
    );
    await app.services.triggers.sweep(world.workspaceId);
    expect(await world.ranOn(ticketId)).toBe(0);
    ahead = 25 * 3_600_000;
    await app.services.triggers.sweep(world.workspaceId);
    await app.services.triggers.sweep(world.workspaceId);
    ahead = 0;
    expect(await world.ranOn(ticketId)).toBe(1);
    const { runs } = (await world.devi.get(`/api/triggers/${id}/runs`)).body;
    expect(
      runs.filter((run: { ticket: { id: string } }) => run.ticket.id === ticketId),
    ).toHaveLength(1);
  });
});
