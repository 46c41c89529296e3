import { Agent, request } from 'node:http';
import { expect, it } from 'vitest';
import { startTestApp } from '../support/app.ts';

it('stops within seconds although a browser keeps its connection and a request is under way', async () => {
  const app = await startTestApp();
  const agent = new Agent({ keepAlive: true });
  const asking = request(`${app.url}/api/auth/sign-in/email`, {
    agent,
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url, expect: '100-continue' },
  });
  const answered = new Promise<number>((resolve, reject) => {
    asking.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    asking.on('error', reject);
  });
  // The server says that it has the request: from here on it is under way.
  await new Promise<void>((resolve) => {
    asking.once('continue', resolve);
    asking.flushHeaders();
  });
  asking.end(JSON.stringify({ email: 'ana@lowtide.test', password: 'segue-demo-2026' }));
  const start = Date.now();
  await Promise.all([app.stop(), answered]);
  expect(await answered).toBe(200);
  // Waiting for the browser to close its connection would take more than a minute.
  expect(Date.now() - start).toBeLessThan(40_000);
  agent.destroy();
});
