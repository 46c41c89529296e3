import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChat, openMail, putAtDesk } from '../support/journeys.ts';
import { startRouterWorld, type RouterWorld } from '../support/router-world.ts';

let world: RouterWorld;
let app: RouterWorld['app'];
let owner: RouterWorld['owner'];
let workspaceId: string;
let ana: string;
let ben: string;

beforeAll(async () => {
  world = await startRouterWorld();
  ({ app, owner, workspaceId, ana, ben } = world);
});

afterAll(() => world?.stop());

beforeEach(() => world.clear());

const route = () => world.route();
const settings = (routing: object, offers: object = {}) => world.settings(routing, offers);
const workOf = (ticketId: string) => world.workOf(ticketId);

describe('offers', () => {
  it('are made of mail where the workspace wants it, and go to the next one when declined', async () => {
    await settings({}, { mail: true });
    await putAtDesk(app, workspaceId, ana, 'away');
    await putAtDesk(app, workspaceId, ben, 'away');
    const { ticketId } = await openMail(app, workspaceId);
    await route();
    const first = (await workOf(ticketId)).agent_id;
    const second = first === ana ? ben : ana;
    const answering = await app.as(first === ana ? 'ana' : 'ben');
    const { offers } = (await answering.get('/api/offers')).body;
    expect(offers).toMatchObject([{ channelClass: 'email', ticketId }]);
    const seconds = (Date.parse(offers[0].expiresAt) - Date.parse(offers[0].offeredAt)) / 1_000;
    expect(seconds).toBe(120);
    await openMail(app, workspaceId, 'second@example.test');
    await route();
    expect((await answering.get('/api/offers')).body.offers, 'one at a time').toHaveLength(1);
    await app.services.agents.setStatus(workspaceId, second, 'away');
    await answering.post(`/api/offers/${offers[0].id}/decline`, { reason: 'wrong_skill' });
    await owner.query(
      `update work_items set state = 'done', units = 0, agent_id = null where ticket_id <> $1`,
      [ticketId],
    );
    await owner.query(`update offers set outcome = 'withdrawn' where outcome is null`);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', agent_id: second });
    const [next] = await app.services.routingReader.offers(workspaceId, second);
    await app.services.offers.accept(workspaceId, next?.id ?? '', { id: second, name: 'x' });
    const work = await workOf(ticketId);
    expect(work).toMatchObject({ state: 'assigned', agent_id: second });
    expect(work.started_at).not.toBeNull();
  });

  it('of mail are made one at a time, also where inboxes are filled', async () => {
    await settings({}, { mail: true });
    await owner.query(`update queues set hand_over = 'fill'`);
    await putAtDesk(app, workspaceId, ana, 'away');
    for (const name of ['a', 'b', 'c']) await openMail(app, workspaceId, `${name}@example.test`);
    const asAna = await app.as('ana');
    const open = async () => (await asAna.get('/api/offers')).body.offers;
    const given: string[] = [];
    for (let left = 3; left > 0; left -= 1) {
      await route();
      await route();
      const offers = await open();
      expect(offers).toHaveLength(1);
      const { rows } = await owner.query(
        `select waiting_reason from work_items where state = 'waiting'`,
      );
      expect(rows).toHaveLength(left - 1);
      for (const row of rows) expect(row.waiting_reason).toMatch(/busy with other mail/);
      await asAna.post(`/api/offers/${offers[0].id}/accept`, {});
      given.push(offers[0].ticketId);
    }
    expect(new Set(given).size).toBe(3);
    expect((await asAna.get('/api/me/agent')).body.capacity.channels.email.items).toBe(3);
  });

  it('of mail are not made to the same person twice in a row unless there is no other', async () => {
    await settings({}, { mail: true });
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    const lapse = async () => {
      await owner.query(`update offers set expires_at = now() - interval '1 second'
        where outcome is null`);
      await route();
      await owner.query(`update offers set answered_at = answered_at - interval '2 minutes'
        where outcome = 'timed_out'`);
    };
    await route();
    expect((await workOf(ticketId)).agent_id).toBe(ana);
    await lapse();
    await route();
    expect((await workOf(ticketId)).agent_id, 'there is no other').toBe(ana);
    await lapse();
    await putAtDesk(app, workspaceId, ben);
    await route();
    expect((await workOf(ticketId)).agent_id).toBe(ben);
  });

  it('of who is gone, and their mail, are looked at again at once where somebody held the ticket', async () => {
    await settings({ onAway: { policy: 'return_at_once', minutes: 1 } });
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openChat(app, workspaceId);
    const mail = await openMail(app, workspaceId);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', agent_id: ana });
    expect(await workOf(mail.ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
    await app.services.agents.setStatus(workspaceId, ana, 'offline');
    const other = new pg.Client(app.connection);
    await other.connect();
    for (const held of [[ticketId, mail.ticketId], [mail.ticketId]]) {
      await other.query('begin');
      await other.query('select 1 from tickets where id = any($1) for no key update', [held]);
      const asked = Date.now();
      const { wakeAt } = await app.services.router.route(workspaceId);
      await other.query('commit');
      expect(await workOf(mail.ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
      expect((wakeAt?.getTime() ?? Infinity) - asked, `${held.length} held`).toBeLessThan(1_000);
    }
    await other.end();
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'waiting', agent_id: null });
    expect(await workOf(mail.ticketId)).toMatchObject({ state: 'waiting', agent_id: null });
  });

  it('are withdrawn at once from who is no longer free, and the next one is asked', async () => {
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openChat(app, workspaceId);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', agent_id: ana });
    await putAtDesk(app, workspaceId, ben);
    await app.services.agents.setStatus(workspaceId, ana, 'away');
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', agent_id: ben });
    await app.services.agents.leave(workspaceId, ben);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'waiting', agent_id: null });
    const { rows } = await owner.query(
      `select outcome from offers o join work_items w on w.id = o.work_item_id
       where w.ticket_id = $1 order by offered_at`,
      [ticketId],
    );
    expect(rows).toEqual([{ outcome: 'withdrawn' }, { outcome: 'withdrawn' }]);
  });
});

describe('an open offer', () => {
  const offersOf = async (name: 'ana' | 'ben') =>
    (await (await app.as(name)).get('/api/offers')).body.offers;

  it('may still be answered while its queue is paused, and is not made again', async () => {
    await putAtDesk(app, workspaceId, ana);
    await putAtDesk(app, workspaceId, ben);
    const { ticketId } = await openChat(app, workspaceId);
    await route();
    const { agent_id: first, queue_id: queueId } = await workOf(ticketId);
    const asked = first === ana ? 'ana' : 'ben';
    const clara = await app.as('clara');
    await clara.put(`/api/queues/${queueId}/paused`, { paused: true });
    await route();
    const [offer] = await offersOf(asked);
    expect(offer).toMatchObject({ ticketId });
    const asking = await app.as(asked);
    await asking.post(`/api/offers/${offer.id}/decline`, { reason: 'break' });
    await route();
    expect(await workOf(ticketId)).toMatchObject({
      state: 'waiting',
      waiting_reason: expect.stringMatching(/paused/),
    });
    await clara.put(`/api/queues/${queueId}/paused`, { paused: false });
    await route();
    const next = await workOf(ticketId);
    expect(next.state).toBe('offered');
    expect(next.agent_id).not.toBe(first);
  });

  it('outlives a queue that is deleted, and is made anew in the one its work belongs to', async () => {
    const devi = await app.as('devi');
    const [first] = (await devi.get('/api/queues')).body.queues;
    const made = {
      name: 'Chats of a day',
      priority: 1,
      conditions: { routingChannels: ['messaging'] },
      groupIds: first.groups.map(({ id }: { id: string }) => id),
      handOver: 'fill',
    };
    await devi.post('/api/queues', made);
    const { queues } = (await devi.get('/api/queues')).body;
    const { id } = queues.find(({ name }: { name: string }) => name === made.name);
    await devi.put('/api/queues/order', { ids: [id, first.id] });
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openChat(app, workspaceId);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', queue_id: id });
    expect((await devi.delete(`/api/queues/${id}`)).status).toBe(200);
    await app.services.queueAdmin.rematch(workspaceId);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', queue_id: first.id });
    const [offer, more] = await offersOf('ana');
    expect(more).toBeUndefined();
    const accepted = await (await app.as('ana')).post(`/api/offers/${offer.id}/accept`, {});
    expect(accepted).toMatchObject({ status: 200, body: { ticketId } });
  });
});

describe('whoever accepts an offer', () => {
  /** An open offer of a chat to Ana. */
  async function offerToAna(): Promise<{ id: string; ticketId: string }> {
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openChat(app, workspaceId);
    await route();
    const [offer] = (await (await app.as('ana')).get('/api/offers')).body.offers;
    return { id: offer.id, ticketId };
  }

  /** Accepts it while something else about Ana is half done, which is then done. */
  async function acceptDuring(offerId: string, change: string) {
    await owner.query('begin');
    await owner.query('select from agents where id = $1 for no key update', [ana]);
    const asAna = await app.as('ana');
    let answered = false;
    const answer = asAna.post(`/api/offers/${offerId}/accept`, {}).finally(() => (answered = true));
    await sleep(300);
    expect(answered, 'it waits for what is half done').toBe(false);
    await owner.query(change);
    await owner.query('commit');
    return answer;
  }

  it('while a call of theirs begins gets one of the two, in the order they happen', async () => {
    const { id, ticketId } = await offerToAna();
    const refused = await acceptDuring(
      id,
      `insert into calls (workspace_id, id, agent_id, units, started_at)
       values ('${workspaceId}', gen_random_uuid(), '${ana}', 1, now())`,
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'capacity_exceeded' } });
    expect(refused.body.detail).toMatch(/on a call/);
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered' });
    await owner.query('delete from calls');
  });

  it('at the same instant as a call of theirs begins never has it after the call began', async () => {
    const asAna = await app.as('ana');
    for (let round = 0; round < 12; round += 1) {
      await world.clear();
      const { id, ticketId } = await offerToAna();
      const [accepted, call] = await Promise.all([
        asAna.post(`/api/offers/${id}/accept`, {}),
        asAna.put('/api/me/call', {}),
      ]);
      expect(call.status, 'the phone has rung already').toBe(200);
      const { rows } = await owner.query(
        'select o.answered_at <= c.started_at as before from offers o, calls c where o.id = $1',
        [id],
      );
      const { state } = await workOf(ticketId);
      expect([state, accepted.status, rows[0].before]).toEqual(
        state === 'assigned' ? ['assigned', 200, true] : ['offered', 409, null],
      );
      await owner.query('delete from calls');
    }
  });

  it('while going offline hears so, and somebody else is asked', async () => {
    const { id, ticketId } = await offerToAna();
    await putAtDesk(app, workspaceId, ben);
    const refused = await acceptDuring(
      id,
      `update agents set status = 'offline', status_since = now() where id = '${ana}'`,
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'offer_gone' } });
    expect(refused.body.detail).toMatch(/status is Offline, which takes no chats/);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', agent_id: ben });
  });

  it('has it, however often they press, and nobody else does', async () => {
    const { id, ticketId } = await offerToAna();
    const asAna = await app.as('ana');
    const accept = () => asAna.post(`/api/offers/${id}/accept`, {});
    for (const { status, body } of await Promise.all([accept(), accept(), accept()])) {
      expect([status, body]).toEqual([200, { ticketId }]);
    }
    const other = await (await app.as('ben')).post(`/api/offers/${id}/accept`, {});
    expect(other).toMatchObject({ status: 409, body: { code: 'offer_gone' } });
    const { rows } = await owner.query(
      `select actor_id from ticket_events where ticket_id = $1 and type = 'offer.accepted'`,
      [ticketId],
    );
    expect(rows).toEqual([{ actor_id: ana }]);
  });
});

describe('chats', () => {
  it('are not offered to the same person twice in a row unless there is no other', async () => {
    await putAtDesk(app, workspaceId, ana);
    await putAtDesk(app, workspaceId, ben);
    const { ticketId } = await openChat(app, workspaceId);
    const seen: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await route();
      const work = await workOf(ticketId);
      expect(work.state).toBe('offered');
      seen.push(work.agent_id);
      await owner.query(
        `update offers set expires_at = now() - interval '1 second' where outcome is null`,
      );
      await route();
      // The rest is over, but who let it go last is remembered.
      await owner.query(
        `update offers set answered_at = answered_at - interval '2 minutes' where outcome = 'timed_out'`,
      );
      await owner.query(
        `update work_items set state = 'waiting', agent_id = null, units = 0 where ticket_id = $1`,
        [ticketId],
      );
      await owner.query(
        `update offers set outcome = 'withdrawn', answered_at = now() where outcome is null`,
      );
    }
    expect(seen[0]).not.toBe(seen[1]);
    expect(seen[1]).not.toBe(seen[2]);
  });
});
