import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SynonymProposal } from '../../src/contracts/knowledge.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openMail } from '../support/journeys.ts';

let app: TestApp;
let clara: Api;
let ana: Api;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  clara = await app.as('clara');
  ana = await app.as('ana');
  workspaceId = (await app.demo()).id;
});
afterAll(() => app.stop());

/** A ticket that an agent has answered and solved. */
async function solved(subject: string, text: string): Promise<void> {
  const { ticketId } = await openMail(
    app,
    workspaceId,
    `${subject.replaceAll(' ', '.')}@example.test`,
  );
  await changeTicket(ana, ticketId, { subject });
  await ana.post(`/api/tickets/${ticketId}/messages`, {
    clientId: `answer-${ticketId}`,
    channel: 'email',
    text,
  });
  await changeTicket(ana, ticketId, { status: 'solved' });
}

const proposals = async (): Promise<SynonymProposal[]> =>
  (await clara.get('/api/knowledge/synonym-proposals')).body.proposals;
const synonyms = async (): Promise<string[][]> =>
  (await clara.get('/api/knowledge/synonyms')).body.synonyms.map(
    ({ words }: { words: string[] }) => words,
  );
const answer = (id: string, accepts: boolean) =>
  clara.post(`/api/knowledge/synonym-proposals/${id}/answer`, { accepts });

test('past answers suggest words, which people take over or dismiss for good', async () => {
  const { body } = await clara.post('/api/knowledge/articles', {
    title: 'Firing',
    body: 'The vitrification of stoneware. The underglaze of earthenware.',
  });
  await clara.post(`/api/knowledge/articles/${body.id}/status`, { status: 'published' });
  for (const what of ['bowls', 'plates', 'mugs', 'vases']) {
    await solved(`Hardening of ${what}`, `That is vitrification.`);
    await solved(`Painting of ${what}`, `Take an underglaze.`);
  }
  for (let count = 0; count < 8; count += 1) await solved(`Question ${count}`, 'We are sorry.');
  await app.services.synonymProposals.propose(workspaceId);
  const found = await proposals();
  const pairs = found.map(({ said, meant }) => [said, meant]);
  expect(pairs).toEqual(
    expect.arrayContaining([
      ['hardening', 'vitrification'],
      ['painting', 'underglaze'],
    ]),
  );
  const idOf = (word: string) => found.find(({ said }) => said === word)?.id ?? '';
  expect(found.find(({ said }) => said === 'hardening')?.tickets).toHaveLength(4);

  expect((await answer(idOf('hardening'), true)).status).toBe(200);
  expect((await answer(idOf('painting'), false)).status).toBe(200);
  expect((await answer(idOf('painting'), true)).status).toBe(404);
  expect(await synonyms()).toContainEqual(['hardening', 'vitrification']);
  await app.services.synonymProposals.propose(workspaceId);
  const left = (await proposals()).map(({ said }) => said);
  expect(left).not.toContain('hardening');
  expect(left).not.toContain('painting');
  expect((await ana.get('/api/knowledge/synonym-proposals')).status).toBe(403);
}, 60_000);
