import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';

const clock = createMovedClock();
let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld({ clock });
});

afterAll(() => world.stop());

const question = 'How do I descale my machine? The light is on.';

describe('a turn that waits for a person', () => {
  async function waiting(subject: string) {
    const from = await world.ask(subject, question);
    const ticket = await world.ticket(subject);
    const approval = await until('an approval', async () => {
      const { body } = await world.clara.get('/api/approvals');
      return body.approvals.find(
        (one: { decision: { ticketId: string } }) => one.decision.ticketId === ticket.id,
      );
    });
    return { from, ticket, approval };
  }

  it('is sent as somebody approved it, changed or not', async () => {
    await world.govern({
      otherwise: { autonomy: 'auto', answerFrom: 0.5, approval: 'always' },
    } as never);
    const { from, ticket, approval } = await waiting('Descale approved');
    expect((await world.ana.post(`/api/approvals/${approval.id}`, { act: 'approve' })).status).toBe(
      403,
    );
    const text = 'Brush it once a month. Clara';
    const answer = await world.clara.post(`/api/approvals/${approval.id}`, {
      act: 'approve',
      text,
    });
    expect(answer.body).toMatchObject({
      state: 'approved',
      edited: text,
      decidedBy: 'Clara Weiss',
    });
    expect((await world.mailTo(from)).parsed.text).toContain(text);
    expect((await world.caseOf(ticket.id)).state).toBe('waiting');
    const again = await world.clara.post(`/api/approvals/${approval.id}`, { act: 'approve' });
    expect(again.body.code).toBe('approval_settled');
  });

  it('goes to people when it is turned down, and when nobody decides in time', async () => {
    const { from, ticket, approval } = await waiting('Descale rejected');
    await world.clara.post(`/api/approvals/${approval.id}`, {
      act: 'reject',
      reason: 'Wrong machine',
    });
    expect((await world.caseOf(ticket.id)).state).toBe('handed_over');
    const late = await waiting('Descale late');
    clock.forward(121);
    await world.app.services.assistant.approvals.expire(world.workspaceId, late.approval.id);
    expect((await world.caseOf(late.ticket.id)).state).toBe('handed_over');
    const sent = world.peer.received.filter(
      ({ to }) => to.includes(from) || to.includes(late.from),
    );
    expect(sent).toEqual([]);
    // It was said to come to its queue when it did, and not while it was held.
    const lines = (await world.events(late.ticket.id)).map(({ type }) => type);
    expect(lines.filter((type) => type === 'work.queued')).toHaveLength(1);
    expect(lines.indexOf('work.queued')).toBeGreaterThan(lines.indexOf('assistant.waits'));
  });

  it('is looked at again where the clock of the database was ahead', async () => {
    const { ticket, approval } = await waiting('Descale early');
    const { ownerPool } = world.app.database;
    const key = `approval:${approval.id}`;
    await ownerPool.query('select graphile_worker.remove_job($1)', [key]);
    await world.app.services.assistant.approvals.expire(world.workspaceId, approval.id);
    expect((await world.caseOf(ticket.id)).state).toBe('approval');
    const job = await until('its job again', async () => {
      const { rows } = await ownerPool.query(
        'select run_at from graphile_worker.jobs where key = $1',
        [key],
      );
      return rows[0];
    });
    expect(job.run_at.toISOString()).toBe(approval.deadlineAt);
    await world.clara.post(`/api/approvals/${approval.id}`, { act: 'take_over' });
    const taken = (await world.events(ticket.id)).find(
      ({ type }) => type === 'assistant.handed_over',
    );
    expect(taken?.sentence).toBe('took it over from the assistant');
  });

  it('needs two people where the policy says so', async () => {
    const otherwise = { autonomy: 'auto', answerFrom: 0.5, approval: 'always', fourEyes: true };
    await world.govern({ otherwise } as never);
    const { from, approval } = await waiting('Descale by two');
    const first = await world.clara.post(`/api/approvals/${approval.id}`, { act: 'approve' });
    expect(first.body).toMatchObject({
      state: 'waiting',
      firstBy: 'Clara Weiss',
      mayDecide: false,
    });
    expect(
      (await world.clara.post(`/api/approvals/${approval.id}`, { act: 'approve' })).status,
    ).toBe(403);
    await world.devi.post(`/api/approvals/${approval.id}`, { act: 'approve' });
    expect((await world.mailTo(from)).parsed.text).toContain('Descale the machine');
    const { body } = await world.clara.get(`/api/assistant/decisions/${approval.decision.id}`);
    expect(body.approval).toMatchObject({
      state: 'approved',
      fourEyes: true,
      firstBy: 'Clara Weiss',
      decidedBy: 'Devi Rao',
      isChanged: false,
    });
  });

  it('is turned down by who approved it first and thought better of it', async () => {
    const { from, ticket, approval } = await waiting('Descale by one');
    await world.clara.post(`/api/approvals/${approval.id}`, { act: 'approve' });
    const reject = { act: 'reject', reason: 'Not that machine' };
    const { body } = await world.clara.post(`/api/approvals/${approval.id}`, reject);
    expect(body).toMatchObject({ state: 'rejected', mayRefuse: false });
    expect((await world.caseOf(ticket.id)).state).toBe('handed_over');
    expect(world.peer.received.some(({ to }) => to.includes(from))).toBe(false);
  });
});
