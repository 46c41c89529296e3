/** A running Segue beside a model server, and what tests of models say to both. */
import { expect } from 'vitest';
import { z } from 'zod';
import type { ModelOverview } from '../../src/contracts/models.ts';
import { startTestApp } from './app.ts';
import { startModelPeer } from './model-peer.ts';
import { createMovedClock } from './moved-clock.ts';

export type ModelWorld = Awaited<ReturnType<typeof startModelWorld>>;

/** Starts both; the demo workspace has no provider yet. */
export async function startModelWorld() {
  const peer = await startModelPeer();
  const clock = createMovedClock();
  const app = await startTestApp({ clock, config: { allowedHosts: ['127.0.0.1'] } });
  const devi = await app.as('devi');
  const workspaceId = (await app.demo()).id;

  const provider = (more: object = {}) => ({
    kind: 'openai_compatible',
    baseUrl: peer.url,
    apiKey: 'sk-very-secret',
    model: 'small-model',
    priceIn: 1,
    priceOut: 10,
    dailyTokens: null,
    timeoutSeconds: 2,
    ...more,
  });
  const overview = async (): Promise<ModelOverview> => (await devi.get('/api/models')).body;

  return {
    app,
    clock,
    devi,
    peer,
    workspaceId,
    provider,
    overview,
    async setUp(more: object = {}, purpose = 'write') {
      const saved = await devi.put(`/api/models/${purpose}`, provider(more));
      expect(saved.body).toEqual({ done: true });
    },
    lastCall: async () => (await overview()).calls[0],
    /** A question to the model that writes. */
    write: (user = 'Hello', names: string[] = []) =>
      app.services.models.write(workspaceId, {
        prompt: { name: 'greet', version: 3, system: 'Be kind.', user },
        schema: z.object({ answer: z.string() }),
        names,
      }),
    /** The model server forgets what it was told and asked. */
    calm() {
      peer.next.length = 0;
      peer.asked.length = 0;
      peer.answer = () => '{"answer":"It works."}';
    },
    async stop() {
      await app.stop();
      await peer.close();
    },
  };
}
