import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gap } from '../../src/contracts/learning.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { addCase, type WorkedCase } from '../support/assistant-work.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let clara: Api;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  clara = await app.as('clara');
  ({ id: workspaceId } = await app.demo());
});

afterAll(() => app.stop());

const gaps = async (state = 'open'): Promise<Gap[]> =>
  (await clara.get(`/api/knowledge/gaps?state=${state}`)).body.gaps;
const find = async (ticketId: string, state = 'open') =>
  (await gaps(state)).find(({ examples }) => examples.some((one) => one.ticketId === ticketId));
const left = { path: 'hand_over', reason: 'nothing_found', confidence: 0.1 } as const;

async function follow(one: WorkedCase): Promise<string> {
  const { ticketId } = await addCase(app, one);
  await app.services.learning.follow(workspaceId, ticketId);
  return ticketId;
}

describe('a gap', () => {
  it('gathers questions of one kind, and leaves others alone', async () => {
    const { id: articleId, title } = (
      await clara.post('/api/knowledge/articles', {
        title: 'Care of wooden boards',
        body: 'Oil it.',
      })
    ).body;
    const first = await follow({
      subject: 'Re: Engraving on a moka pot',
      question: 'Can you engrave a name on the moka pot before it ships?',
      turn: {
        ...left,
        reason: 'unsure',
        confidence: 0.21,
        nearest: { articleId, title, score: 0.9 },
      },
    });
    const second = await follow({
      subject: 'Engraved moka pot',
      question: 'Is engraving a name on my moka pot possible?',
      turn: { ...left, reason: 'unsure', confidence: 0.4 },
    });
    const other = await follow({
      subject: 'Sponsoring our football club',
      question: 'Would you sponsor the shirts of our football club?',
      turn: left,
    });
    const gap = await find(first);
    expect(gap).toMatchObject({
      title: 'Engraving on a moka pot',
      cases: 2,
      solved: 0,
      nearest: { id: articleId, title },
    });
    expect(gap?.nearest?.score).toBeCloseTo(0.21, 5);
    expect((await find(second))?.id).toBe(gap?.id);
    expect((await find(other))?.id).not.toBe(gap?.id);
    await app.services.learning.follow(workspaceId, first);
    expect((await find(first))?.cases).toBe(2);
  });

  it('is called as the case nearest to its middle, and names no article that is far away', async () => {
    const { id: articleId, title } = (
      await clara.post('/api/knowledge/articles', { title: 'Shipping abroad', body: 'By ship.' })
    ).body;
    const turn = { ...left, confidence: 0.19, nearest: { articleId, title, score: 0.9 } };
    const first = await follow({
      subject: 'Hello',
      question: 'Hi, do you sharpen old bread knives or only kitchen knives of your own brand?',
      turn,
    });
    const alone = await find(first);
    expect(alone?.title).toBe(
      'Do you sharpen old bread knives or only kitchen knives of your own brand?',
    );
    expect(alone?.nearest).toBeNull();
    await follow({ subject: 'Re: order', question: 'Do you sharpen bread knives?', turn });
    await follow({ subject: 'Sharpening', question: 'Would you sharpen a bread knife?', turn });
    expect(await find(first)).toMatchObject({ title: 'Sharpening', cases: 3 });
  });

  it('says what became of its cases', async () => {
    const question = 'Can I bring my old mattress topper back to the shop?';
    const open = await follow({ subject: 'Mattress topper', question, turn: left });
    const solved = await follow({
      subject: 'Old topper',
      question,
      turn: left,
      status: 'solved',
      agentAnswer: 'Yes, on any weekday.',
    });
    const closed = await follow({ subject: 'My topper', question, turn: left, status: 'closed' });
    const gap = await find(open);
    const became = (ticketId: string) => gap?.examples.find((one) => one.ticketId === ticketId);
    expect(became(open)).toMatchObject({ kind: 'unanswered', solved: false, closed: false });
    expect(became(solved)).toMatchObject({ kind: 'unanswered', solved: true, closed: true });
    expect(became(closed)).toMatchObject({ kind: 'unanswered', solved: false, closed: true });
  });

  it('shows what agents solve that no article says, and not what one says', async () => {
    const solved = await follow({
      subject: 'Gas hob certificate',
      question: 'Do you have the conformity certificate of the camping gas hob for my landlord?',
      status: 'solved',
      agentAnswer: 'The certificate is inside the lid of the box.',
    });
    expect((await find(solved))?.examples[0]).toMatchObject({ kind: 'agent_solved', solved: true });
    const article = (
      await clara.post('/api/knowledge/articles', {
        title: 'How to descale the kettle with vinegar',
        body: 'To descale the kettle with vinegar, fill the kettle with vinegar, boil it once and rinse it twice.',
      })
    ).body;
    await clara.post(`/api/knowledge/articles/${article.id}/status`, { status: 'published' });
    const known = await follow({
      subject: 'How to descale the kettle with vinegar?',
      question: 'How do I descale the kettle with vinegar?',
      status: 'solved',
      agentAnswer: 'Fill the kettle with vinegar and boil it once.',
    });
    expect(await find(known)).toBeUndefined();
  });

  it('is seen in an answer that did not help, and not in a case a person closed without a word', async () => {
    const failed = await follow({
      subject: 'Wobbling lid of the teapot',
      question: 'The lid of my teapot wobbles although I followed the article about teapot lids',
      turn: { path: 'answer', reason: 'confident', confidence: 0.9 },
      notHelped: true,
    });
    expect((await find(failed))?.examples[0]?.kind).toBe('not_helped');
    const silent = await follow({ subject: 'Newsletter in Danish please', status: 'solved' });
    expect(await find(silent)).toBeUndefined();
  });

  it('becomes a draft without names and numbers, and closes when the article is published', async () => {
    const question = 'Which thread size has the adapter of the garden hose trolley?';
    const one = await follow({
      subject: 'Adapter of the hose trolley',
      question,
      turn: left,
      status: 'solved',
      agentAnswer:
        'Hi Kim,\n\nThank you for order LT-44021. The adapter of the hose trolley has a three quarter inch thread.\n\n1. Unscrew the old adapter\n2. Wrap two turns of tape\n3. Screw the new one in by hand\n\nKind regards\nAna Ruiz',
    });
    const gap = await find(one);
    const { articleId } = (await clara.post(`/api/knowledge/gaps/${gap?.id}/draft`)).body;
    const article = (await clara.get(`/api/knowledge/articles/${articleId}`)).body;
    expect(article.status).toBe('draft');
    expect(article.body).toBe(
      'The adapter of the hose trolley has a three quarter inch thread.\n\n1. Unscrew the old adapter\n2. Wrap two turns of tape\n3. Screw the new one in by hand',
    );
    const { draft } = (await clara.get(`/api/knowledge/articles/${articleId}/answers`)).body;
    expect(draft).toHaveLength(4);
    expect(draft[0].ticketId).toBe(one);
    expect((await find(one, 'drafted'))?.article?.id).toBe(articleId);
    expect((await clara.post(`/api/knowledge/gaps/${gap?.id}/draft`)).body.articleId).toBe(
      articleId,
    );
    await clara.post(`/api/knowledge/articles/${articleId}/status`, { status: 'published' });
    await until('the gap to close', async () => (await find(one, 'closed')) !== undefined);
    const later = await follow({ subject: 'Hose trolley adapter', question, turn: left });
    expect((await find(later))?.id).not.toBe(gap?.id);
  });

  it('cannot be drafted while nobody solved one', async () => {
    const open = await follow({
      subject: 'Violin rental',
      question: 'Do you rent out violins?',
      turn: left,
    });
    const gap = await find(open);
    expect(await clara.post(`/api/knowledge/gaps/${gap?.id}/draft`)).toMatchObject({
      status: 409,
      body: { code: 'gap_unsolved' },
    });
    expect((await clara.post(`/api/knowledge/gaps/${crypto.randomUUID()}/draft`)).status).toBe(404);
  });

  it('is put away and taken back by who writes articles', async () => {
    const open = await follow({
      subject: 'Candle wax',
      question: 'Which candle wax burns longest?',
      turn: left,
    });
    const gap = await find(open);
    const ana = await app.as('ana');
    expect((await ana.post(`/api/knowledge/gaps/${gap?.id}/dismiss`)).status).toBe(403);
    await clara.post(`/api/knowledge/gaps/${gap?.id}/dismiss`);
    expect(await find(open)).toBeUndefined();
    const again = await follow({
      subject: 'Wax of candles',
      question: 'Which candle wax burns longest?',
      turn: left,
    });
    expect((await find(again, 'dismissed'))?.cases).toBe(2);
    await clara.post(`/api/knowledge/gaps/${gap?.id}/reopen`);
    expect((await find(again))?.id).toBe(gap?.id);
  });

  it('gathers what happens by itself', async () => {
    const { ticketId } = await addCase(app, {
      subject: 'Saddle for a cargo bike',
      question: 'Do you sell a saddle for cargo bikes?',
      turn: left,
    });
    await app.database.inWorkspace(workspaceId, async (scope) =>
      scope.record({ type: 'assistant.changed', ticketId, wakeAt: null }),
    );
    const gap = await until('the gap', () => find(ticketId));
    expect(gap.cases).toBe(1);
  });
});
