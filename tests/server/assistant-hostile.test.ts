/** What people, machines and chance do at the wrong moment; nothing wrong may leave. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { answerTo } from '../support/mail-world.ts';
import { until } from '../support/wait.ts';

const clock = createMovedClock();
const question = 'How do I descale my machine? The light is on.';
let world: AssistantWorld;
let db: pg.Client;

beforeAll(async () => {
  world = await openAssistantWorld({ clock });
  db = new pg.Client(world.app.connection);
  await db.connect();
});

afterAll(async () => {
  await db.end();
  await world.stop();
});

const alone = () =>
  world.govern({
    otherwise: { autonomy: 'auto', answerFrom: 0.4 },
    limits: { turns: 20 },
  } as never);
const asking = () =>
  world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.3, approval: 'always' } } as never);

const mailsTo = (address: string) => world.peer.received.filter(({ to }) => to.includes(address));

async function answered(subject: string) {
  await alone();
  const from = await world.ask(subject, question);
  const mail = await world.mailTo(from);
  const ticket = await world.ticket(subject);
  await until('the case to wait', async () => (await world.caseOf(ticket.id)).state === 'waiting');
  return { from, mail, ticket };
}

async function approvalOf(ticketId: string) {
  return until('an approval', async () => {
    const { approvals } = (await world.clara.get('/api/approvals')).body;
    return approvals.find((one: { decision: { ticketId: string } }) => {
      return one.decision.ticketId === ticketId;
    });
  });
}

async function waiting(subject: string) {
  await asking();
  const from = await world.ask(subject, question);
  const ticket = await world.ticket(subject);
  return { from, ticket, approval: await approvalOf(ticket.id) };
}

const approve = (id: string) => world.clara.post(`/api/approvals/${id}`, { act: 'approve' });
const linkIn = (text: string | undefined, letter: 'y' | 'n') => {
  const links = text?.match(/https?:\/\/\S+\/answer\/\S+/g) ?? [];
  return new URL(links.find((link) => link.includes(`.${letter}.`)) ?? '');
};
const click = (link: URL) => fetch(new URL(link.pathname, world.app.url), { method: 'POST' });

describe('words that nobody has read yet', () => {
  it('are read before anything is said to them, also where the reading of tickets is behind', async () => {
    const { from, ticket } = await answered('Behind');
    await db.query(
      `update conversations set last_seq = last_seq + 1
       where id = (select conversation_id from tickets where id = $1)`,
      [ticket.id],
    );
    await db.query(
      `insert into messages (workspace_id, id, conversation_id, seq, author_kind, author_id, channel, body, created_at)
       select m.workspace_id, gen_random_uuid(), m.conversation_id, m.seq + 1, 'customer', c.customer_id, 'email',
         'How do I descale the grinder? My lawyer will sue you over the burnt hand.', now()
       from messages m join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
       join tickets t on t.workspace_id = m.workspace_id and t.conversation_id = m.conversation_id
       where t.id = $1 order by m.seq desc limit 1`,
      [ticket.id],
    );
    await world.app.services.assistant.consider(world.workspaceId, ticket.id);
    const turn = await world.turn(ticket.id, ({ path }) => path === 'hand_over');
    expect(turn.reason).toBe('risk');
    expect((await world.mailTo(from, 2)).parsed.text).not.toContain('Descale the machine');
  });

  it('are read in the names of files too', async () => {
    await alone();
    const from = 'file-name@customer.test';
    await world.send({
      from,
      to: 'support@lowtide.test',
      subject: 'Named file',
      text: question,
      attachments: [{ filename: 'letter from my lawyer.txt', content: 'see inside' }],
    });
    const ticket = await world.ticket('Named file');
    const turn = await world.turn(ticket.id, () => true);
    expect(turn.reason).toBe('risk');
    expect(mailsTo(from)).toEqual([]);
  });

  it("are a person's where they are too long to be read whole", async () => {
    await alone();
    const text = `${question}\n\n${'It is blue and I like it. '.repeat(300)}\n\nMy lawyer will sue you.`;
    const from = await world.ask('Long words', text);
    const ticket = await world.ticket('Long words');
    const turn = await world.turn(ticket.id, () => true);
    expect(turn.detail).toContain('too long');
    expect(mailsTo(from)).toEqual([]);
  });
});

describe('a ticket that somebody takes', () => {
  it('is left by the assistant while its answer waits for a person', async () => {
    const { from, ticket, approval } = await waiting('Taken while it waits');
    expect((await world.ana.post(`/api/tickets/${ticket.id}/take`, {})).status).toBe(200);
    expect((await approve(approval.id)).body.code).toBe('approval_settled');
    expect((await world.caseOf(ticket.id)).state).toBe('handed_over');
    const { body } = await world.ana.get(`/api/tickets/${ticket.id}`);
    expect(body).toMatchObject({ status: 'open', assignee: { name: 'Ana Ruiz' } });
    expect(mailsTo(from)).toEqual([]);
  });

  it('is left by the assistant when somebody answers without taking it, also one who has no room', async () => {
    const { from, ticket, approval } = await waiting('Answered while it waits');
    const { body: me } = await world.ana.get('/api/me');
    await db.query('update agents set status = $1 where id = $2', ['offline', me.memberId]);
    await world.reply(ticket.id, 'I have your machine here and look after it. Ana');
    await db.query('update agents set status = $1 where id = $2', ['online', me.memberId]);
    const { approvals } = (await world.clara.get('/api/approvals?settled=true')).body;
    const settled = approvals.find((one: { id: string }) => one.id === approval.id);
    expect(settled).toMatchObject({ state: 'taken_over', decidedBy: 'Ana Ruiz' });
    expect((await approve(approval.id)).body.code).toBe('approval_settled');
    expect((await world.caseOf(ticket.id)).state).toBe('handed_over');
    await world.mailTo(from);
    await world.settled();
    expect(mailsTo(from)).toHaveLength(1);
  });

  it('leaves what waited in the composer of who takes it over, in their name', async () => {
    const { ticket, approval } = await waiting('Taken over by Clara');
    const act = { act: 'take_over' };
    expect((await world.clara.post(`/api/approvals/${approval.id}`, act)).body.state).toBe(
      'taken_over',
    );
    const path = `/api/tickets/${ticket.id}/draft`;
    const { draft } = (await world.clara.get(path)).body;
    expect(draft).toMatchObject({ channel: 'email', text: expect.stringContaining('Empty the') });
    expect(draft.text).not.toMatch(/automated assistant|\/answer\//);
    expect((await world.ana.get(path)).body.draft).toBeNull();
  });

  it('does not write over what they have begun', async () => {
    const { ticket, approval } = await waiting('Begun by Clara');
    const path = `/api/tickets/${ticket.id}/draft`;
    const mine = { channel: 'note', text: 'Look at this later', html: null };
    expect((await world.clara.put(path, mine)).status).toBe(200);
    await world.clara.post(`/api/approvals/${approval.id}`, { act: 'take_over' });
    expect((await world.clara.get(path)).body.draft).toEqual(mine);
  });

  it('keeps the draft of the assistant for who takes it', async () => {
    await world.govern({ otherwise: { autonomy: 'draft', answerFrom: 0.4 } } as never);
    await world.ask('Taken with a draft', question);
    const ticket = await world.ticket('Taken with a draft');
    const { text } = await world.turn(ticket.id, ({ state }) => state === 'draft');
    expect((await world.ana.post(`/api/tickets/${ticket.id}/take`, {})).status).toBe(200);
    expect((await world.caseOf(ticket.id)).draft?.text).toBe(text);
    await world.reply(ticket.id, text);
    await world.turn(ticket.id, ({ state }) => state === 'draft_used');
  });

  it('is left by the assistant when a supervisor gives it to somebody', async () => {
    const { ticket } = await waiting('Given while it waits');
    const { body: me } = await world.ana.get('/api/me');
    const to = { agentId: me.memberId, override: true, why: 'She knows it' };
    expect((await world.clara.post(`/api/tickets/${ticket.id}/assign`, to)).status).toBe(200);
    const { approvals } = (await world.clara.get('/api/approvals')).body;
    expect(
      approvals.map((one: { decision: { ticketId: string } }) => one.decision.ticketId),
    ).not.toContain(ticket.id);
    expect((await world.caseOf(ticket.id)).state).toBe('handed_over');
  });

  it('is not answered by the assistant when its customer writes again', async () => {
    const { from, mail, ticket } = await answered('Taken after the answer');
    expect((await world.ana.post(`/api/tickets/${ticket.id}/take`, {})).status).toBe(200);
    await world.send({ from, ...answerTo(mail, { text: 'And how do I clean the grinder?' }) });
    await world.turn(
      ticket.id,
      ({ path, reason }) => path === 'skip' && reason === 'human_touched',
    );
    expect(mailsTo(from)).toHaveLength(1);
  });
});

describe('an answer that waits for a person', () => {
  it('is not sent any more after the customer asked for a person in an older mail', async () => {
    const { from, mail, ticket } = await answered('Two answers');
    await asking();
    await world.send({
      from,
      ...answerTo(mail, { text: 'Thanks. Another question: can I pay with PayPal?' }),
    });
    const approval = await approvalOf(ticket.id);
    expect((await click(linkIn(mail.parsed.text, 'n'))).status).toBe(200);
    expect((await approve(approval.id)).body.code).toBe('approval_settled');
    expect((await world.caseOf(ticket.id)).state).toBe('handed_over');
    expect(mailsTo(from)).toHaveLength(1);
  });

  it('is not sent while the assistant is stopped', async () => {
    const { from, approval } = await waiting('Stopped while it waits');
    await world.clara.put('/api/assistant/stopped', { stopped: true });
    const refused = await approve(approval.id);
    await world.clara.put('/api/assistant/stopped', { stopped: false });
    expect(refused.body.code).toBe('approval_settled');
    expect(mailsTo(from)).toEqual([]);
  });

  it('is not sent after its time, also where the clock is late', async () => {
    const { approval } = await waiting('Late clock');
    await db.query('update approvals set deadline_at = $1 where id = $2', [
      new Date(clock.now().getTime() - 60_000),
      approval.id,
    ]);
    expect((await approve(approval.id)).body.code).toBe('approval_settled');
  });

  it('is not sent after its article was withdrawn', async () => {
    const { from, approval } = await waiting('Withdrawn article');
    const ids = approval.decision.passages
      .filter(({ cited }: { cited: boolean }) => cited)
      .map(({ articleId }: { articleId: string }) => articleId);
    await db.query(`update articles set visibility = 'internal' where id = any($1)`, [ids]);
    const refused = await approve(approval.id);
    await db.query(`update articles set visibility = 'public' where id = any($1)`, [ids]);
    expect(refused.body.code).toBe('approval_settled');
    expect(mailsTo(from)).toEqual([]);
  });

  it('is sent once when two people approve it in the same moment', async () => {
    const { from, approval } = await waiting('Approved twice');
    const devi = world.devi.post(`/api/approvals/${approval.id}`, { act: 'approve' });
    const codes = (await Promise.all([approve(approval.id), devi])).map(({ status }) => status);
    expect(codes.toSorted((one, other) => one - other)).toEqual([200, 409]);
    await world.mailTo(from);
    await world.settled();
    expect(mailsTo(from)).toHaveLength(1);
  });
});

describe("links of the assistant's mails", () => {
  it('close nothing that a person works on', async () => {
    const { mail, ticket } = await answered('Person is on it');
    await world.reply(ticket.id, 'Let me look at this with you.');
    await click(linkIn(mail.parsed.text, 'y'));
    const { body } = await world.ana.get(`/api/tickets/${ticket.id}`);
    expect(body.status).not.toBe('solved');
  });

  it('count once when both are clicked in the same moment', async () => {
    const { mail, ticket } = await answered('Both clicks');
    const no = linkIn(mail.parsed.text, 'n');
    await Promise.all([click(no), click(no), click(no)]);
    const { decisions } = await world.caseOf(ticket.id);
    expect(decisions.filter(({ reason }) => reason === 'not_helped')).toHaveLength(1);
  });

  it('decide nothing by HEAD, and are lost in another workspace', async () => {
    const { mail, ticket } = await answered('Scanner');
    const yes = linkIn(mail.parsed.text, 'y');
    await fetch(new URL(yes.pathname, world.app.url), { method: 'HEAD' });
    const other = yes.pathname.replace(world.workspaceId, crypto.randomUUID());
    expect((await fetch(new URL(other, world.app.url), { method: 'POST' })).status).toBe(404);
    expect((await world.caseOf(ticket.id)).state).toBe('waiting');
  });
});

describe('silence', () => {
  it('means nothing after a person put the ticket aside', async () => {
    const { from, ticket } = await answered('Put aside');
    expect((await changeTicket(world.ana, ticket.id, { status: 'on_hold' })).status).toBe(200);
    clock.forward(37 * 60);
    await world.app.services.assistant.clock(world.workspaceId, ticket.id);
    clock.forward(37 * 60);
    await world.app.services.assistant.clock(world.workspaceId, ticket.id);
    const { body } = await world.ana.get(`/api/tickets/${ticket.id}`);
    expect(body.status).toBe('on_hold');
    expect(mailsTo(from)).toHaveLength(1);
  });
});
