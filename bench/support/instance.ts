import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Segue of its own process, on a temporary data directory. */
export interface BenchInstance {
  readonly url: string;
  visitorToken(): Promise<string>;
  /** Cookie of a demo account. */
  signIn(email: string): Promise<string>;
  /** Proportional set size of the whole process tree, PostgreSQL included, in bytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

const main = new URL('../../src/server/main.ts', import.meta.url).pathname;
const perMinute = 110;

/** Starts it and waits until it has said where its desk is. */
export async function startInstance(): Promise<BenchInstance> {
  const dataDir = await mkdtemp(join(tmpdir(), 'segue-bench-'));
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      SEGUE_DATA: dataDir,
      SEGUE_PORT: '0',
      SEGUE_SMTP_PORT: '0',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await addressOf(createInterface(child.stdout));
  const page = await fetch(`${url}/shop/`).then((response) => response.text());
  const key = /data-key="([^"]+)"/.exec(page)?.[1];
  let asked = 0;

  return {
    url,
    async visitorToken() {
      asked += 1;
      // The route lets an address have 120 visitors a minute.
      if (asked % perMinute === 0) await new Promise((resolve) => setTimeout(resolve, 61_000));
      const answer = await post(`${url}/api/widget/visitors`, { key });
      return ((await answer.json()) as { token: string }).token;
    },
    async signIn(email) {
      const answer = await post(
        `${url}/api/auth/sign-in/email`,
        { email, password: 'segue-demo-2026' },
        url,
      );
      return answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
    },
    memory: () => memoryOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const url = /Desk\s+(http\S+)\/desk\//.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('Segue ended before it was ready.');
}

async function post(url: string, body: unknown, origin?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(origin !== undefined && { origin }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

async function memoryOf(root: number): Promise<number> {
  const tree = new Set([root]);
  const parents = await parentsOfAll();
  for (let grew = true; grew;) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (!tree.has(pid) && tree.has(parent)) grew = Boolean(tree.add(pid));
    }
  }
  const sizes = await Promise.all([...tree].map(pssOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function parentsOfAll(): Promise<[number, number][]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid): Promise<[number, number][]> => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1];
      return parent === undefined ? [] : [[pid, Number(parent)]];
    }),
  );
  return found.flat();
}

async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s*(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1_024;
}
