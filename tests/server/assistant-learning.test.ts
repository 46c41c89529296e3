import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Approval } from '../../src/contracts/approvals.ts';
import type { Figures, Proposals, Replay } from '../../src/contracts/learning.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { addCase, type WorkedCase } from '../support/assistant-work.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let ana: Api;
let clara: Api;
let devi: Api;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  [ana, clara, devi] = [await app.as('ana'), await app.as('clara'), await app.as('devi')];
  ({ id: workspaceId } = await app.demo());
  // The tests write its turns themselves.
  await devi.put('/api/assistant/policy', { version: 1, policy: {}, note: '' });
});

afterAll(() => app.stop());

async function work(one: WorkedCase): Promise<{ ticketId: string; decisionId: string }> {
  const made = await addCase(app, one);
  await app.services.learning.follow(workspaceId, made.ticketId);
  return made;
}

const answer = (more: Partial<NonNullable<WorkedCase['turn']>> = {}) => ({
  path: 'answer' as const,
  reason: 'confident' as const,
  confidence: 0.9,
  text: 'Boil it with vinegar.',
  ...more,
});

describe('figures', () => {
  const category = 'Figures';
  const get = async (query = ''): Promise<Figures> =>
    (await ana.get(`/api/assistant/figures?category=${category}${query}`)).body;
  let judged: string;

  beforeAll(async () => {
    const shared = { subject: 'Descaling', category };
    await work({
      ...shared,
      turn: answer({ sentAfterMs: 400, costMicros: 700 }),
      outcome: 'confirmed',
    });
    await work({
      ...shared,
      turn: answer({ sentAfterMs: 600, confidence: 0.85 }),
      outcome: 'assumed',
    });
    await work({ ...shared, turn: answer({ sentAfterMs: 800 }), outcome: 'reopened' });
    await work({ ...shared, turn: answer({ sentAfterMs: 900 }), notHelped: true });
    ({ decisionId: judged } = await work({ ...shared, turn: answer({ sentAfterMs: 500 }) }));
    await work({ ...shared, turn: { path: 'hand_over', reason: 'risk' } });
    await work({ ...shared, turn: { path: 'hand_over', reason: 'unsure', confidence: 0.4 } });
    await work({ ...shared, turn: { path: 'skip', reason: 'outside_hours' } });
    await work({ ...shared, turn: answer({ state: 'shadow', autonomy: 'shadow', likeness: 0.7 }) });
    await work({ ...shared, turn: answer(), at: new Date(Date.now() - 60 * 86_400_000) });
  });

  it('count every case of the period once', async () => {
    const figures = await get();
    expect(figures.flow).toEqual({
      considered: 8,
      answered: 6,
      sent: 5,
      asked: 0,
      handedOver: 2,
      skipped: 1,
    });
    expect(figures.resolution).toEqual({ confirmed: 1, assumed: 1, reopened: 1, open: 2 });
    expect(figures.byOutcome).toMatchObject({ right: 3, of: 5 });
    expect(figures.response).toMatchObject({ cases: 5, p50Ms: 600 });
    expect(figures.response.p95Ms).toBeCloseTo(880, 0);
    expect(figures.costMicros).toBe(700);
    expect(figures.reasons).toContainEqual({ path: 'hand_over', reason: 'risk', cases: 1 });
    expect(figures.reasons).toContainEqual({ path: 'skip', reason: 'outside_hours', cases: 1 });
    const top = figures.calibration.find(({ from }) => from === 0.9);
    expect(top).toMatchObject({ cases: 5, judged: 4, right: 2 });
    expect(figures.categories.map((one) => one.category)).toEqual([category]);
    expect(figures.days.reduce((sum, day) => sum + day.considered, 0)).toBe(8);
  });

  it('are of the days and the category that were asked for', async () => {
    expect((await get('&from=2020-01-01&to=2020-12-31')).flow.considered).toBe(0);
    const long = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
    expect((await get(`&from=${long}`)).flow.considered).toBe(9);
    const none = (await ana.get('/api/assistant/figures?category=-')).body;
    expect(none.flow.considered).toBe(0);
    expect((await ana.get('/api/assistant/figures?from=yesterday')).status).toBe(400);
  });

  it('come as a table for spreadsheets', async () => {
    const csv = await ana.get(`/api/assistant/figures.csv?category=${category}`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const lines = (csv.body as string).trim().split('\r\n');
    expect(lines[0]).toContain('day,category,considered');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`,${category},8,6,5,0,2,1,1,1,1,2,`);
  });

  it('rest on what people judge of answers drawn by lot', async () => {
    const draw = async () => (await clara.get(`/api/assistant/samples?category=${category}`)).body;
    const { samples, judged: before } = await draw();
    expect(before).toBe(0);
    expect(samples).toHaveLength(6);
    expect((await draw()).samples).toEqual(samples);
    const verdict = { verdict: 'wrong', note: 'It is for the other kettle' };
    expect((await ana.put(`/api/assistant/samples/${judged}`, verdict)).status).toBe(403);
    expect((await clara.put(`/api/assistant/samples/${judged}`, verdict)).status).toBe(200);
    expect((await draw()).samples).toHaveLength(5);
    const figures = await get();
    expect(figures.bySample).toMatchObject({ right: 0, of: 1, partly: 0 });
    expect(figures.byOutcome).toMatchObject({ right: 3, of: 5 });
    expect(figures.calibration.find(({ from }) => from === 0.9)?.judged).toBe(5);
    await clara.put(`/api/assistant/samples/${judged}`, { verdict: 'partly' });
    expect((await get()).bySample).toMatchObject({ right: 0, of: 1, partly: 1 });
    expect((await clara.put(`/api/assistant/samples/${crypto.randomUUID()}`, verdict)).status).toBe(
      404,
    );
  });
});

describe('the health of an article', () => {
  it('shows the answers that used each version, and lists it once it fails too often', async () => {
    const { id } = (
      await clara.post('/api/knowledge/articles', {
        title: 'Care of pans',
        body: 'Use soap.',
        reviewOn: '2026-01-01',
      })
    ).body;
    const path = `/api/knowledge/articles/${id}`;
    await clara.post(`${path}/status`, { status: 'published' });
    await clara.patch(path, { lastVersion: 1, body: 'Use no soap.' });
    await clara.post(`${path}/status`, { status: 'published' });
    const of = (version: number, more: Partial<WorkedCase>) =>
      work({ subject: 'Pans', turn: answer({ cites: [{ articleId: id, version }] }), ...more });
    const soap = { cites: [{ articleId: id, version: 1 }] };
    const answerOf = async (ticketId: string) =>
      (await ana.get(`${path}/answers?version=1`)).body.answers.find(
        (one: { ticketId: string }) => one.ticketId === ticketId,
      );
    await of(1, { outcome: 'reopened' });
    const { ticketId } = await of(1, { notHelped: true });
    await of(2, { outcome: 'confirmed' });
    await of(2, {
      turn: answer({ state: 'shadow', autonomy: 'shadow', cites: [{ articleId: id, version: 2 }] }),
    });
    const used = (await ana.get(`${path}/answers`)).body;
    expect(used.versions).toEqual([
      { version: 2, answers: 2, good: 1, bad: 0 },
      { version: 1, answers: 2, good: 0, bad: 2 },
    ]);
    expect(used.total).toBe(4);
    const first = (await ana.get(`${path}/answers?version=1`)).body.answers;
    expect(first.map((one: { ticketId: string }) => one.ticketId)).toContain(ticketId);
    expect(first[0]).toMatchObject({ customer: 'Kim Lee', verdict: 'wrong', correctedAt: null });
    expect((await ana.get(`${path}/answers?since=2&sent=true`)).body.total).toBe(1);
    const text = 'We were wrong: use no soap at all.';
    const told = await of(1, { outcome: 'assumed', turn: answer({ ...soap, sentAfterMs: 300 }) });
    await devi.post(`${path}/corrections`, { version: 1, ticketIds: [told.ticketId], text });
    const isTold = ({ decision }: Approval) => decision.ticketId === told.ticketId;
    const { approvals } = (await clara.get('/api/approvals')).body;
    expect((await answerOf(told.ticketId)).verdict).toBe('right');
    const approve = `/api/approvals/${approvals.find(isTold).id}`;
    expect((await clara.post(approve, { act: 'approve' })).status).toBe(200);
    await app.services.learning.follow(workspaceId, told.ticketId);
    expect(await answerOf(told.ticketId)).toMatchObject({
      decisionId: told.decisionId,
      verdict: 'wrong',
    });
    const health = (await ana.get('/api/knowledge/health')).body;
    expect(health.harmful).toContainEqual(
      expect.objectContaining({ id, answers: 5, good: 1, bad: 3 }),
    );
    expect(health.due.map((one: { id: string }) => one.id)).toContain(id);
  });
});

describe('a proposal', () => {
  const category = 'Returns';
  const policy = async () => (await devi.get('/api/assistant/policy')).body.current;
  const rule = async () =>
    (await policy()).policy.categories.find(
      (one: { category: string }) => one.category === category,
    );
  const list = async (): Promise<Proposals> => (await devi.get('/api/assistant/proposals')).body;

  beforeAll(async () => {
    const { policy: now, version } = await policy();
    const categories = [{ category, autonomy: 'draft', answerFrom: 0.95 }];
    const saved = { version, policy: { ...now, categories }, note: '' };
    const { status, body } = await devi.put('/api/assistant/policy', saved);
    if (status !== 200) throw new Error(`The policy was refused: ${JSON.stringify(body)}`);
    // Right from 0.6 on: a threshold of 0.95 is far too careful.
    for (let place = 0; place < 220; place += 1) {
      // A clear edge: which half a case falls into is chance, and must not decide.
      const isRight = place >= 80;
      const confidence = isRight ? 0.6 + (place - 80) / 350 : 0.585;
      const likeness = isRight ? 0.9 : 0.1;
      await work({
        subject: `Return ${place}`,
        category,
        turn: answer({ state: 'shadow', autonomy: 'shadow', confidence, likeness }),
      });
    }
  }, 240_000);

  it('says what a threshold would come to, and changes nothing until somebody accepts it', async () => {
    expect((await ana.post('/api/assistant/proposals/look')).status).toBe(403);
    const looked: Proposals = (await devi.post('/api/assistant/proposals/look')).body;
    expect(looked.looked).toContainEqual(expect.objectContaining({ category, result: 'proposed' }));
    const [proposal] = looked.open;
    expect(proposal).toMatchObject({ category, change: { field: 'answerFrom', from: 0.95 } });
    expect(proposal?.change.to).toBeGreaterThan(0.55);
    expect(proposal?.change.to).toBeLessThan(0.65);
    expect(proposal?.expected.to.coverage).toBeGreaterThan(proposal?.expected.from.coverage ?? 1);
    expect(proposal?.expected.to.precision).toBeGreaterThan(0.9);
    expect((await rule()).answerFrom).toBe(0.95);
    await devi.post('/api/assistant/proposals/look');
    expect((await list()).open.map(({ id }) => id)).toEqual([proposal?.id]);
  });

  it('turned down, is not made again', async () => {
    const [proposal] = (await list()).open;
    expect((await clara.post(`/api/assistant/proposals/${proposal?.id}/dismiss`)).status).toBe(403);
    expect((await devi.post(`/api/assistant/proposals/${proposal?.id}/dismiss`)).status).toBe(200);
    const after: Proposals = (await devi.post('/api/assistant/proposals/look')).body;
    expect(after.open).toEqual([]);
    expect(after.decided[0]).toMatchObject({ state: 'dismissed', decidedBy: 'Devi Rao' });
    const again = await devi.post(`/api/assistant/proposals/${proposal?.id}/accept`);
    expect(again).toMatchObject({ status: 409, body: { code: 'proposal_settled' } });
  });

  it('accepted, saves a version of the policy; outdated by another, it does not', async () => {
    await app.database.inWorkspace(workspaceId, (scope) =>
      scope.db.deleteFrom('assistant_proposals').where('workspace_id', '=', workspaceId).execute(),
    );
    const [proposal] = (await devi.post('/api/assistant/proposals/look')).body.open;
    const before = await policy();
    expect((await devi.post(`/api/assistant/proposals/${proposal.id}/accept`)).status).toBe(200);
    expect((await policy()).version).toBe(before.version + 1);
    expect(await rule()).toMatchObject({ answerFrom: proposal.change.to, autonomy: 'draft' });
    const after: Proposals = (await devi.post('/api/assistant/proposals/look')).body;
    expect(after.open).toEqual([]);
    expect(after.looked).toContainEqual(expect.objectContaining({ category, result: 'fits' }));
  });
});

describe('setting up', () => {
  const category = 'Kettles';

  it('asks past cases again, says what that would have come to, and switches on what a person chose', async () => {
    const article = (
      await clara.post('/api/knowledge/articles', {
        title: 'Descaling the steel kettle',
        body: 'To descale the steel kettle, fill it with vinegar and water, boil it once, wait half an hour and rinse it twice.',
      })
    ).body;
    await clara.post(`/api/knowledge/articles/${article.id}/status`, { status: 'published' });
    for (let place = 0; place < 50; place += 1)
      await addCase(app, {
        subject: 'Descaling the steel kettle',
        question: 'How do I descale the steel kettle with vinegar?',
        category,
        status: 'solved',
        agentAnswer:
          'Hi Kim,\nFill it with vinegar and water, boil it once, wait half an hour and rinse it twice.\nRegards\nAna',
      });
    for (let place = 0; place < 50; place += 1)
      await addCase(app, {
        subject: 'Lost parcel',
        question: 'My parcel with the blue teapot got lost at the neighbour, can somebody look?',
        category,
        status: 'solved',
        agentAnswer: 'Hi Kim,\nI have asked the carrier. I will send you a new one.\nAna',
      });
    const { categories } = (await devi.get('/api/assistant/set-up')).body;
    expect(categories).toContainEqual(
      expect.objectContaining({ category, past: 100, autonomy: 'off', replay: null }),
    );
    expect((await clara.post('/api/assistant/replays', { category })).status).toBe(403);
    const { id } = (await devi.post('/api/assistant/replays', { category })).body;
    const replay: Replay = await until('the replay', async () => {
      const { body } = await devi.get(`/api/assistant/replays/${id}`);
      return body.state === 'done' ? body : undefined;
    });
    expect(replay).toMatchObject({ total: 100, done: 100, advice: 'recommended' });
    expect(replay.curve[0]).toMatchObject({ threshold: 0, answered: 100, right: 50, judged: 100 });
    // Measured on the half it was not chosen on: near the aim, not always above it.
    expect(replay.recommended?.precision).toBeGreaterThan(0.8);
    const right = replay.examples.filter(({ verdict }) => verdict === 'right');
    expect(right[0]).toMatchObject({ article: { id: article.id }, linked: false });
    expect(right[0]?.agentAnswer).not.toContain('Kim');
    const chosen = { autonomy: 'shadow', answerFrom: replay.recommended?.threshold };
    expect((await devi.post(`/api/assistant/replays/${id}/start`, chosen)).status).toBe(200);
    const { current } = (await devi.get('/api/assistant/policy')).body;
    expect(current.policy.categories).toContainEqual(
      expect.objectContaining({ category, ...chosen }),
    );
    expect(
      (await devi.post(`/api/assistant/replays/${id}/start`, { ...chosen, autonomy: 'off' }))
        .status,
    ).toBe(400);
  });

  it('says that there are too few cases, rather than a threshold', async () => {
    const { id } = (await devi.post('/api/assistant/replays', { category: 'Nothing yet' })).body;
    const replay: Replay = await until('the replay', async () => {
      const { body } = await devi.get(`/api/assistant/replays/${id}`);
      return body.state === 'done' ? body : undefined;
    });
    expect(replay).toMatchObject({ total: 0, recommended: null, advice: 'too_few' });
  });
});
