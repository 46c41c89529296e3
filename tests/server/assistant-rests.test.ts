/** When the assistant rests: everything is stopped, the category may do less by now, its hours are over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { createMovedClock } from '../support/moved-clock.ts';

const clock = createMovedClock();
const question = 'How do I descale my machine? The light is on.';
let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld({ clock });
  await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.5 } } as never);
});

afterAll(() => world.stop());

describe('a silent customer', () => {
  const answered = async (subject: string) => {
    const from = await world.ask(subject, question);
    await world.mailTo(from);
    const ticket = await world.ticket(subject);
    await world.turn(ticket.id, ({ path }) => path === 'answer');
    return { from, ticket };
  };
  const hoursPass = async (ticket: { id: string }) => {
    clock.forward(37 * 60);
    await world.app.services.assistant.clock(world.workspaceId, ticket.id);
  };
  const mailsTo = (address: string) =>
    world.peer.received.filter(({ to }) => to.includes(address)).length;

  it('is neither reminded nor taken for content while everything is stopped', async () => {
    const { from, ticket } = await answered('Descale while stopped');
    await world.clara.put('/api/assistant/stopped', { stopped: true });
    await hoursPass(ticket);
    await hoursPass(ticket);
    expect(mailsTo(from)).toBe(1);
    expect(await world.caseOf(ticket.id)).toMatchObject({ state: 'waiting', outcome: null });
    await world.clara.put('/api/assistant/stopped', { stopped: false });
    await world.app.services.assistant.clock(world.workspaceId, ticket.id);
    expect(await world.caseOf(ticket.id)).toMatchObject({ state: 'resolved', outcome: 'assumed' });
  });

  it('is not reminded where the assistant may only draft by now', async () => {
    const { from, ticket } = await answered('Descale, then drafts');
    const { body } = await world.devi.get('/api/assistant/policy');
    const { policy } = body.current;
    await world.govern({ otherwise: { ...policy.otherwise, autonomy: 'draft' } });
    await hoursPass(ticket);
    expect(mailsTo(from)).toBe(1);
    await world.govern({ otherwise: policy.otherwise });
    await hoursPass(ticket);
    expect((await world.caseOf(ticket.id)).outcome).toBe('assumed');
  });
});

it('hours that the assistant keeps cannot be deleted', async () => {
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const open = days[(clock.now().getUTCDay() + 3) % 7];
  const spans = (day: string) => (day === open ? [{ from: '09:00', to: '10:00' }] : []);
  const week = Object.fromEntries(days.map((day) => [day, spans(day)]));
  const hours = { timeZone: 'Pacific/Auckland', week, holidays: [], exceptions: [] };
  const made = await world.devi.post('/api/schedules', { name: 'Another day', hours });
  const { id } = made.body;
  const { otherwise } = (await world.devi.get('/api/assistant/policy')).body.current.policy;
  await world.govern({ otherwise: { ...otherwise, scheduleId: id } });
  const refused = await world.devi.delete(`/api/schedules/${id}`);
  expect(refused.body).toMatchObject({ status: 409, code: 'in_use' });
  expect(refused.body.detail).toContain('the assistant for everything else');
  await world.ask('Descale out of hours', question);
  const { id: ticketId } = await world.ticket('Descale out of hours');
  await world.turn(ticketId, ({ reason }) => reason === 'outside_hours');
  await world.govern({ otherwise });
  expect((await world.devi.delete(`/api/schedules/${id}`)).status).toBe(200);
});
