import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleAnswers } from '../../src/contracts/learning.ts';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { answerTo } from '../support/mail-world.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';

const clock = createMovedClock();
let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld({ clock });
  await world.govern({
    otherwise: { autonomy: 'auto', answerFrom: 0.5 },
    limits: { perCustomerADay: 20 },
  } as never);
});

afterAll(() => world.stop());

const question = 'How do I descale my machine? The light is on.';

describe('a question that an article answers', () => {
  it('is answered by mail with quotes and links, and the ticket waits for the customer', async () => {
    const from = await world.ask('Descaling it', question);
    const mail = await world.mailTo(from);
    const ticket = await world.ticket('Descaling it');
    expect(mail.parsed.text).toContain('Descale the machine');
    expect(mail.header('auto-submitted')).toMatch(/^auto-/);
    const turn = await world.turn(ticket.id, ({ path }) => path === 'answer');
    expect(turn).toMatchObject({ state: 'done', reason: 'confident', autonomy: 'auto', turn: 1 });
    expect(turn.sentences.every(({ verdict }) => verdict !== 'unsupported')).toBe(true);
    expect(turn.passages.some(({ cited, version }) => cited && version === 1)).toBe(true);
    expect(turn.gates.every(({ passed }) => passed)).toBe(true);
    const after = await until('the ticket to wait', async () => {
      const now = (await world.ana.get(`/api/tickets/${ticket.id}`)).body;
      return now.status === 'pending' ? now : undefined;
    });
    expect(after.assignee ?? null).toBeNull();
    expect((await world.caseOf(ticket.id)).state).toBe('waiting');
  });

  it('is closed with a closing mail when the customer says that it helped', async () => {
    const from = await world.ask('Descale again', question);
    const mail = await world.mailTo(from);
    await world.send({ from, ...answerTo(mail, { text: 'Perfect, that solved it. Thank you!' }) });
    const closing = await world.mailTo(from, 2);
    expect(closing.parsed.text).not.toBe('');
    const ticket = await world.ticket('Descale again');
    await until('the ticket to be solved', async () => {
      const { status } = (await world.ana.get(`/api/tickets/${ticket.id}`)).body;
      return status === 'solved';
    });
    expect(await world.caseOf(ticket.id)).toMatchObject({
      state: 'resolved',
      outcome: 'confirmed',
    });
  });

  it('goes to a person at once when it did not help', async () => {
    const from = await world.ask('Descale third', question);
    const mail = await world.mailTo(from);
    await world.send({ from, ...answerTo(mail, { text: 'No, that did not help at all.' }) });
    const ticket = await world.ticket('Descale third');
    const turn = await world.turn(ticket.id, ({ reason }) => reason === 'not_helped');
    expect(turn.path).toBe('hand_over');
    expect((await world.mailTo(from, 2)).parsed.text).toMatch(/person|someone|colleague/i);
    const events = await world.events(ticket.id);
    expect(events.some(({ type }) => type === 'assistant.handed_over')).toBe(true);
    await until('a person to have it', async () => {
      const now = (await world.ana.get(`/api/tickets/${ticket.id}`)).body;
      return now.status !== 'pending' && (await world.caseOf(ticket.id)).state === 'handed_over';
    });
  });

  it('counts as solved after silence, and not any more when the customer comes back', async () => {
    const from = await world.ask('Descale fourth', question);
    const mail = await world.mailTo(from);
    const ticket = await world.ticket('Descale fourth');
    await world.turn(ticket.id, ({ path }) => path === 'answer');
    // Its clock rings for the reminder, not only when it is over.
    const job = await until('its clock', async () => {
      const { rows } = await world.app.database.ownerPool.query(
        'select run_at from graphile_worker.jobs where key = $1',
        [`assistant.clock:${ticket.id}`],
      );
      return rows[0];
    });
    const hours = (job.run_at.getTime() - clock.now().getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(35.9);
    expect(hours).toBeLessThan(36.1);
    clock.forward(37 * 60);
    await world.app.services.assistant.clock(world.workspaceId, ticket.id);
    const { text: reminder } = (await world.mailTo(from, 2)).parsed;
    for (const letter of ['y', 'n'])
      expect(reminder).toMatch(new RegExp(`/answer/\\S+\\.${letter}\\.`));
    clock.forward(37 * 60);
    await world.app.services.assistant.clock(world.workspaceId, ticket.id);
    expect(await world.caseOf(ticket.id)).toMatchObject({ state: 'resolved', outcome: 'assumed' });
    await world.send({
      from,
      ...answerTo(mail, { text: 'It still does not work, I tried all of it.' }),
    });
    await world.turn(ticket.id, ({ reason }) => reason === 'not_helped');
    expect(await world.caseOf(ticket.id)).toMatchObject({ outcome: 'reopened' });
  });
});

describe('a question that two articles could answer', () => {
  it('is answered when the customer names one, and forgotten when they ask something else', async () => {
    const from = await world.ask('Tidewheel here', 'I have a question about my Tidewheel grinder.');
    const ticket = await world.ticket('Tidewheel here');
    const asked = await world.mailTo(from);
    await world.send({ from, ...answerTo(asked, { text: 'Clean the Tidewheel' }) });
    const chosen = await world.turn(ticket.id, ({ turn }) => turn === 2);
    expect(chosen).toMatchObject({ path: 'answer', reason: 'chosen' });
    const [cited] = chosen.passages.filter((one) => one.cited);
    expect(cited?.title).toBe('Clean the Tidewheel');
    const text = 'How long is a voucher valid, and where do I enter the code?';
    await world.send({ from, ...answerTo(await world.mailTo(from, 2), { text }) });
    const other = await world.turn(ticket.id, ({ turn }) => turn === 3);
    expect(other).toMatchObject({ path: 'answer', reason: 'confident' });
    expect(other.passages.find((one) => one.cited)?.title).toBe('Vouchers and credit');
  });
});

describe('what goes to people', () => {
  it.each([
    ['a risk', 'Lawyer', 'My lawyer will sue you over the burnt hand from your grinder.', /risk/],
    [
      'a wish for a person',
      'Person',
      'I want to talk to a human being about my grinder.',
      /wants_person/,
    ],
    [
      'what no article answers',
      'Zeppelin',
      'Do you sell airships for transatlantic travel?',
      /nothing_found|unsure/,
    ],
  ])('%s', async (_what, subject, text, reason) => {
    const from = await world.ask(`To people: ${subject}`, text);
    const ticket = await world.ticket(`To people: ${subject}`);
    const turn = await world.turn(ticket.id, ({ path }) => path === 'hand_over');
    expect(turn.reason).toMatch(reason);
    await until(
      'work for people',
      async () => (await world.caseOf(ticket.id)).state === 'handed_over',
    );
    expect(world.peer.received.filter(({ to }) => to.includes(from))).toEqual([]);
  });

  it('everything, from one moment to the next, when it is stopped', async () => {
    expect((await world.clara.put('/api/assistant/stopped', { stopped: true })).status).toBe(200);
    const from = await world.ask('Stopped machine', question);
    const ticket = await world.ticket('Stopped machine');
    await world.turn(ticket.id, ({ reason }) => reason === 'stopped');
    expect(world.peer.received.some(({ to }) => to.includes(from))).toBe(false);
    await world.clara.put('/api/assistant/stopped', { stopped: false });
  });
});

describe('a click in the mail', () => {
  const linksOf = (text: string) => text.match(/https?:\/\/\S+\/answer\/\S+/g) ?? [];

  it('decides nothing when the page is only opened, and asks a person when the button is pressed', async () => {
    const from = await world.ask('Descale click', question);
    const links = linksOf((await world.mailTo(from)).parsed.text ?? '');
    const ticket = await world.ticket('Descale click');
    const no = links.find((link) => link.includes('.n.')) ?? '';
    const path = new URL(no).pathname;
    const page = await fetch(new URL(path, world.app.url));
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await world.caseOf(ticket.id)).state).toBe('waiting');
    const sent = await fetch(new URL(path, world.app.url), { method: 'POST' });
    expect(sent.status).toBe(200);
    expect(await sent.text()).toContain('A person takes over');
    expect((await world.caseOf(ticket.id)).state).toBe('handed_over');
    const forged = path.replace('.n.', '.y.');
    expect((await fetch(new URL(forged, world.app.url))).status).toBe(404);
  });
});

describe('less than acting alone', () => {
  it('writes a draft for an agent, and compares what they send with it', async () => {
    await world.govern({ otherwise: { autonomy: 'draft', answerFrom: 0.5 } } as never);
    await world.ask('Descale draft', question);
    const ticket = await world.ticket('Descale draft');
    const turn = await world.turn(ticket.id, ({ state }) => state === 'draft');
    const { draft } = await world.caseOf(ticket.id);
    expect(draft?.text).toBe(turn.text);
    await world.reply(ticket.id, turn.text.slice(0, 400));
    await world.turn(ticket.id, ({ likeness }) => likeness !== null && likeness > 0.5);
  });

  it('only notes in the shadow what it would have said', async () => {
    await world.govern({ otherwise: { autonomy: 'shadow', answerFrom: 0.5 } } as never);
    const from = await world.ask('Descale shadow', question);
    const ticket = await world.ticket('Descale shadow');
    const turn = await world.turn(ticket.id, ({ state }) => state === 'shadow');
    expect(turn.path).toBe('answer');
    expect(world.peer.received.some(({ to }) => to.includes(from))).toBe(false);
    expect((await world.caseOf(ticket.id)).draft).toBeNull();
  });
});

describe('the policy', () => {
  it('is kept as versions, and an old one can be put in force again', async () => {
    const { body: before } = await world.devi.get('/api/assistant/policy');
    const stale = { version: 0, policy: before.current.policy, note: '' };
    expect((await world.devi.put('/api/assistant/policy', stale)).body.code).toBe(
      'version_conflict',
    );
    expect((await world.ana.put('/api/assistant/policy', stale)).status).toBe(403);
    const { body } = await world.devi.post('/api/assistant/policy/versions/1/restore');
    expect(body.current.version).toBe(before.current.version + 1);
    expect(body.current.note).toBe('Back to version 1');
    expect(body.current.by).toBe('Devi Rao');
    const read = (version: number) => world.ana.get(`/api/assistant/policy/versions/${version}`);
    expect((await read(body.current.version)).body.policy).toEqual(body.current.policy);
    expect((await read(1)).body).toMatchObject({ version: 1, policy: body.current.policy });
    expect((await read(9_999)).status).toBe(404);
  });
});

describe('a policy that is put in force again', () => {
  it('stays stopped, and lets nothing go on that was stopped since', async () => {
    await world.devi.put('/api/assistant/stopped', { stopped: true });
    const { body } = await world.devi.post('/api/assistant/policy/versions/1/restore');
    expect(body.current.policy.stopped).toBe(true);
    await world.devi.put('/api/assistant/stopped', { stopped: false });
    const after = await world.devi.post('/api/assistant/policy/versions/2/restore');
    expect(after.body.current.policy.stopped).toBe(false);
  });
});

describe('an article that was wrong', () => {
  it('has its customers told, once somebody has approved it', async () => {
    await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.5 } } as never);
    const from = await world.ask('Descale wrongly', question);
    await world.mailTo(from);
    const ticket = await world.ticket('Descale wrongly');
    const turn = await world.turn(ticket.id, ({ path }) => path === 'answer');
    const { articleId, version } = turn.passages.find(({ cited }) => cited)!;
    const text = 'Our article was wrong: use two bags of descaler, not one.';
    const path = `/api/knowledge/articles/${articleId}/corrections`;
    const asked = await world.clara.post(path, { version, ticketIds: [ticket.id], text });
    expect(asked.status).toBe(200);
    const { body } = await world.clara.get('/api/approvals');
    const [approval] = body.approvals;
    expect(approval.decision).toMatchObject({ reason: 'correction', text, ticketId: ticket.id });
    expect(world.peer.received.filter(({ to }) => to.includes(from))).toHaveLength(1);
    await world.clara.post(`/api/approvals/${approval.id}`, { act: 'approve' });
    expect((await world.mailTo(from, 2)).parsed.text).toContain(text);
    expect((await world.caseOf(ticket.id)).state).toBe('waiting');
  });

  it('has all of its customers told by one decision', async () => {
    const asked = await Promise.all(
      ['Descale wrongly one', 'Descale wrongly two', 'Descale wrongly three'].map(
        async (subject) => {
          const from = await world.ask(subject, question);
          await world.mailTo(from);
          const { id } = await world.ticket(subject);
          return { from, id, turn: await world.turn(id, ({ path }) => path === 'answer') };
        },
      ),
    );
    const { articleId, version } = asked[0]!.turn.passages.find(({ cited }) => cited)!;
    const path = `/api/knowledge/articles/${articleId}/corrections`;
    const text = 'Our article was wrong: half a litre of water, not one.';
    const [one, two, three] = asked.map(({ id }) => id);
    await world.clara.post(path, { version, ticketIds: [one, two], text });
    const other = 'Our article was wrong, but not for you.';
    await world.clara.post(path, { version, ticketIds: [three], text: other });
    const { body } = await world.clara.get('/api/approvals');
    const first = body.approvals.find(
      ({ decision }: { decision: { ticketId: string } }) => decision.ticketId === one,
    );
    await world.clara.post(`/api/approvals/${first.id}`, { act: 'approve', alike: true });
    for (const { from } of asked.slice(0, 2))
      expect((await world.mailTo(from, 2)).parsed.text).toContain(text);
    const left = (await world.clara.get('/api/approvals')).body.approvals;
    expect(left.map(({ decision }: { decision: { text: string } }) => decision.text)).toEqual([
      other,
    ]);
    // Who was only asked about has not been told.
    const { answers } = (await world.clara.get(`/api/knowledge/articles/${articleId}/answers`))
      .body as ArticleAnswers;
    const toldOf = (ticketId: string | undefined) =>
      answers.find((answer) => answer.ticketId === ticketId);
    expect(toldOf(one)).toMatchObject({ correctionWaits: false });
    expect(toldOf(one)?.correctedAt).not.toBeNull();
    expect(toldOf(three)).toMatchObject({ correctedAt: null, correctionWaits: true });
  });
});

describe('a turn that fails', () => {
  const articles = (from: string, to: string) =>
    world.app.database.ownerPool.query(`alter table ${from} rename to ${to}`);

  async function failing(subject: string) {
    await articles('article_versions', 'article_versions_gone');
    try {
      await world.ask(subject, question);
      const ticket = await world.ticket(subject);
      await world.turn(ticket.id, ({ reason }) => reason === 'error');
      return ticket.id;
    } finally {
      await articles('article_versions_gone', 'article_versions');
    }
  }
  const handedOver = async (ticketId: string) =>
    (await world.events(ticketId)).some(({ type }) => type === 'assistant.handed_over');
  const heldUntil = async (ticketId: string) =>
    (
      await world.app.database.ownerPool.query(
        'select assistant_until from tickets where id = $1',
        [ticketId],
      )
    ).rows[0].assistant_until;

  it('goes to people where the assistant acts alone', async () => {
    await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.5 } } as never);
    const id = await failing('Descale and fail');
    expect((await world.caseOf(id)).state).toBe('handed_over');
    expect(await handedOver(id)).toBe(true);
    expect(await heldUntil(id)).toBeNull();
  });

  it('moves nothing where it only notes', async () => {
    await world.govern({ otherwise: { autonomy: 'shadow', answerFrom: 0.5 } } as never);
    const id = await failing('Descale and fail unseen');
    expect(await handedOver(id)).toBe(false);
    expect(await heldUntil(id)).toBeNull();
  });
});
