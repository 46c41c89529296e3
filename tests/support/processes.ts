import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';

export interface TestProcess {
  readonly child: ChildProcess;
  /** What it says on standard output, line by line. */
  readonly lines: Interface;
  /** Its next line. */
  line(): Promise<string>;
  /** Ends it, by a signal that it cannot refuse unless another is named, and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Runs a script in a process of its own, with its orders as JSON. It ends when the process
 * of the test does, however that ends: one that lived on would keep its database, and so the run, from ending.
 */
export function startProcess(script: URL, orders: object): TestProcess {
  const first = new URL('./end-with-parent.ts', import.meta.url);
  const args = ['--import', first.href, script.pathname, JSON.stringify(orders)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  return {
    child,
    lines,
    async line() {
      const [line] = (await once(lines, 'line')) as [string];
      return line;
    },
    async end(signal = 'SIGKILL') {
      child.kill(signal);
      await gone;
    },
  };
}
