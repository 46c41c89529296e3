/**
 * How fluid long lists of the desk are in a real browser: the board with 200 agents and 5,000 pieces of work,
 * and the inbox as a list and as a table. Each is scrolled to its end and then back and forth; frames and long
 * tasks are those of Chromium. The baseline is the same walk over the first rows alone, before more are loaded.
 *
 *   npm run build && npm run bench -- desk-lists [open items] [agents]
 */
import { chromium, type Browser, type Page } from 'playwright-core';
import type { App } from '../src/server/app.ts';
import { addBoardWork } from './support/board-work.ts';
import { addAgents, withProgram } from './support/program.ts';

const items = Number(process.argv[2] ?? 5_000);
const agents = Number(process.argv[3] ?? 200);
const size = { width: 1440, height: 900 };

const lists = {
  'board: all work': { path: '/operations?show=open', rows: '[data-work-row]' },
  'inbox: list': { path: '/inbox?view=all_open', rows: '[data-ticket-row]' },
  'inbox: table': { path: '/inbox?view=all_open&layout=table', rows: '[data-ticket-row]' },
};

await withProgram(run, ['http']);

async function run({ database, url }: App, workspaceId: string): Promise<void> {
  if (url === null) throw new Error('The program has no address.');
  await addAgents(database, workspaceId, { count: agents });
  await addBoardWork(database, workspaceId, { items, tickets: items });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  console.log(`${items} rows, ${agents} agents, Chromium ${browser.version()}, ${size.width} px`);
  try {
    for (const [name, list] of Object.entries(lists))
      await measure(browser, { name, url, ...list });
  } finally {
    await browser.close();
  }
}

interface Listed {
  readonly name: string;
  readonly url: string;
  readonly path: string;
  readonly rows: string;
}

async function measure(browser: Browser, { name, url, path, rows }: Listed): Promise<void> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${url}/desk/`);
  await page.getByRole('button', { name: /Clara Weiss/ }).click();
  await page.getByRole('link', { name: 'Operations' }).first().waitFor();
  await page.goto(`${url}/desk${path}`);
  await page.locator(rows).first().waitFor();
  await page.locator(rows).nth(5).hover();
  const first = await watched(page, () => walk(page, { screens: 5 }));
  const begun = performance.now();
  const reached = await toTheEnd(page, rows);
  const seconds = (performance.now() - begun) / 1_000;
  const all = await watched(page, () => walk(page, { screens: 20 }));
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  console.log(
    `  ${name}: ${reached} rows reached in ${seconds.toFixed(1)} s, ${elements} elements`,
  );
  say('first rows', first);
  say('all rows', all);
  console.log(`    ratio of CPU a step, all to first: ${(all.cpuMs / first.cpuMs).toFixed(2)}`);
  await context.close();
}

/** Wheels some screens forth and back, 120 px a step; how many steps. */
async function walk(page: Page, { screens }: { screens: number }): Promise<number> {
  const steps = screens * 6;
  for (const direction of [1, -1]) {
    for (let at = 0; at < steps; at += 1) {
      await page.mouse.wheel(0, direction * 120);
      await page.waitForTimeout(16);
    }
  }
  return 2 * steps;
}

/** Scrolls down until no more rows come; how many there are. */
async function toTheEnd(page: Page, rows: string): Promise<number> {
  let height = 0;
  for (;;) {
    const next = await page
      .locator(rows)
      .first()
      .evaluate(async (row) => {
        let box = row.parentElement;
        while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
        if (!box) return 0;
        for (let tries = 0; tries < 30; tries += 1) {
          const before = box.scrollHeight;
          box.scrollTop = before;
          await new Promise((done) => setTimeout(done, 100));
          if (box.scrollHeight > before) break;
        }
        return box.scrollHeight;
      });
    if (next <= height) break;
    height = next;
  }
  const last = page.locator(rows).last();
  return last.evaluate((row) => {
    const counted = row.closest('[aria-setsize]')?.getAttribute('aria-setsize');
    const table = row.closest('table');
    return Number(counted ?? table?.getAttribute('aria-rowcount') ?? table?.rows.length ?? 0);
  });
}

interface Frames {
  /** CPU time of the main thread for each step of the wheel, whatever else the machine does. */
  readonly cpuMs: number;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** Tasks of more than 50 ms, and how long they took together. */
  readonly longTasks: number;
  readonly longMs: number;
}

/** Times between frames, and long tasks, while something is done. */
async function watched(page: Page, act: () => Promise<number>): Promise<Frames> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cpu = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await cpu();
  await page.evaluate(() => {
    const seen = { frames: [] as number[], tasks: [] as number[], on: true };
    Object.assign(window, { seen });
    new PerformanceObserver((list) =>
      seen.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
    let last = performance.now();
    const frame = (now: number) => {
      seen.frames.push(now - last);
      last = now;
      if (seen.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const steps = await act();
  const cpuMs = ((await cpu()) - before) / steps;
  const { frames, tasks } = await page.evaluate(() => {
    const { seen } = window as unknown as {
      seen: { frames: number[]; tasks: number[]; on: boolean };
    };
    seen.on = false;
    return seen;
  });
  const sorted = frames.toSorted((one, two) => one - two);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    cpuMs,
    count: frames.length,
    p50: at(0.5),
    p95: at(0.95),
    worst: sorted.at(-1) ?? 0,
    longTasks: tasks.length,
    longMs: tasks.reduce((sum, one) => sum + one, 0),
  };
}

function say(what: string, { cpuMs, count, p50, p95, worst, longTasks, longMs }: Frames): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  console.log(
    `    ${what.padEnd(10)} ${cpuMs.toFixed(1).padStart(5)} ms CPU a step; ${String(count).padStart(5)} frames, median ${ms(p50)}, 95 % ${ms(p95)}, worst ${ms(worst)}; ${longTasks} long tasks, ${ms(longMs)}`,
  );
}
