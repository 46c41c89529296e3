import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoOptions } from '../../src/cli/demo/options.ts';
import { runDemo } from '../../src/cli/demo/run.ts';
import type { TicketSummary } from '../../src/contracts/tickets.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { until } from '../support/wait.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

const options: DemoOptions = { url: null, speed: 60, minutes: 0.02, agents: 3, seed: 'test' };
const play = (
  more: Partial<typeof options> & { url: string },
  signal = new AbortController().signal,
) => {
  const lines: string[] = [];
  const end = runDemo({
    options: { ...options, ...more },
    say: (line) => void lines.push(line),
    signal,
  });
  return end.then((result) => ({ result, lines }));
};

describe('the demo', () => {
  it('brings chats and mails that its agents work on, and nothing is refused', async () => {
    const controller = new AbortController();
    const playing = play({ url: app.url, minutes: 10 }, controller.signal);
    const clara = await app.as('clara');
    await until(
      'chats and mails are worked on',
      async () => {
        const items: TicketSummary[] = (await clara.get('/api/tickets?limit=200')).body.items;
        return (
          items.filter((ticket) => ticket.channel === 'messaging').length > 2 &&
          items.some((ticket) => ticket.channel === 'email') &&
          items.some((ticket) => ticket.sessionState === 'ended') &&
          items.some((ticket) => ticket.category !== null && ticket.tags.length > 0)
        );
      },
      90_000,
    );
    controller.abort();
    const { result, lines } = await playing;
    expect(result).toMatchObject({ summary: expect.stringMatching(/requests refused +0\n/) });
    expect(lines.filter((line) => line.includes('opens a chat')).length).toBeGreaterThan(2);
    const { agents } = (await clara.get('/api/agents')).body;
    expect(agents.every((agent: { connected: boolean }) => !agent.connected)).toBe(true);
  });

  it('goes home when its time is over', async () => {
    expect((await play({ url: app.url })).result).toHaveProperty('summary');
  });

  it('says where nobody answers', async () => {
    const { result } = await play({ url: 'http://127.0.0.1:9' });
    expect(result).toEqual({
      problem: expect.stringMatching(/No Segue with the demo workspace answers at http:\/\/127/),
    });
  });
});
