import { Agent, request } from 'node:http';
import { expect, it } from 'vitest';
import { startTestApp } from '../support/app.ts';

it('stops within seconds although a browser keeps its connection and a request is under way', async () => {
  const app = await startTestApp();
  const agent = new Agent({ keepAlive: true });
  const answered = new Promise<number>((resolve, reject) => {
    const asking = request(
      `${app.url}/api/auth/sign-in/email`,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: app.url },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    asking.on('error', reject);
    asking.end(JSON.stringify({ email: 'ana@lowtide.test', password: 'segue-demo-2026' }));
  });
  await new Promise((resolve) => setTimeout(resolve, 25));
  const start = Date.now();
  await Promise.all([app.stop(), answered]);
  expect(await answered).toBe(200);
  expect(Date.now() - start).toBeLessThan(6_000);
  agent.destroy();
});
