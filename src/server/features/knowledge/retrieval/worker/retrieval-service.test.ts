import { afterEach, describe, expect, it } from 'vitest';
import type { KnowledgeArticle } from '../retrieval.types.ts';
import { createRetrievalService, type RetrievalService } from './retrieval-service.ts';

const kept: KnowledgeArticle[] = [
  { id: 'grinder', title: 'Cleaning the grinder', text: 'Brush the burrs once a month.' },
  { id: 'invoice', title: 'Invoices', text: 'Invoices are in your account.' },
];

let reads = 0;
let time = 0;
let service: RetrievalService | undefined;

function started(): RetrievalService {
  reads = 0;
  time = 0;
  service = createRetrievalService({
    now: () => time,
    idleMs: 1000,
    source: {
      async *articles() {
        reads += 1;
        yield kept;
      },
      synonyms: async () => [],
    },
  });
  return service;
}

afterEach(() => service?.close());

const best = async (of: RetrievalService, text: string, workspaceId = 'w1') =>
  (await of.query(workspaceId, { text })).ranked[0]?.articleId;

describe('createRetrievalService', () => {
  it('reads a workspace once and answers from then on', async () => {
    const own = started();
    expect(await best(own, 'brush the burrs')).toBe('grinder');
    expect(await best(own, 'my invoices')).toBe('invoice');
    expect(reads).toBe(1);
  });

  it('finds what changed, in the workspace where it changed', async () => {
    const own = started();
    await best(own, 'invoices');
    await best(own, 'invoices', 'w2');
    await own.put('w1', [{ id: 'kettle', title: 'Descaling the kettle', text: 'Use vinegar.' }]);
    expect(await best(own, 'descaling a kettle')).toBe('kettle');
    expect(await best(own, 'descaling a kettle', 'w2')).not.toBe('kettle');
    await own.remove('w1', ['kettle']);
    expect(await best(own, 'descaling a kettle')).not.toBe('kettle');
  });

  it('forgets an idle workspace and reads it again when asked', async () => {
    const own = started();
    await best(own, 'invoices');
    time = 2000;
    await own.evictIdle();
    expect(await best(own, 'invoices')).toBe('invoice');
    expect(reads).toBe(2);
  });

  it('asks once more when the thread ends under a question', async () => {
    const own = started();
    await best(own, 'invoices');
    const waiting = best(own, 'brush the burrs');
    await own.close();
    expect(await waiting).toBe('grinder');
    expect(reads).toBe(2);
  });
});
