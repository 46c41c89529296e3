import { spawn } from 'node:child_process';

import type { Account } from './account.ts';

/** How a command ended; `output` holds standard output and error, as they came. */
export interface CommandResult {
  readonly ok: boolean;
  readonly exitCode: number | null;
  readonly output: string;
  /** The error code of the operating system when the program could not be run at all. */
  readonly spawnError: string | null;
}

/** Where and as whom a command runs. */
export interface CommandOptions {
  readonly account?: Account | null;
  readonly cwd?: string;
  readonly timeoutMs?: number;
  /** An open file handed to the command as its descriptor 3. */
  readonly extraFd?: number;
}

/**
 * The environment of every server process: nothing of ours leaks in (PGDATA, LD_LIBRARY_PATH, secrets).
 * Windows programs need theirs, so there it is inherited.
 */
export const SERVER_ENVIRONMENT =
  process.platform === 'win32'
    ? undefined
    : { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

/** The `uid` and `gid` of a spawn; Node also drops the supplementary groups. */
export function credentials(account: Account | null | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Runs a command to its end; never rejects, a program that is missing is a result as well. */
export async function runCommand(
  command: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const [program = '', ...args] = command;
  const stdio = [
    'ignore',
    'pipe',
    'pipe',
    ...(options.extraFd === undefined ? [] : [options.extraFd]),
  ] as const;
  return new Promise((resolve) => {
    let output = '';
    const fail = (code: string): void =>
      resolve({ ok: false, exitCode: null, output, spawnError: code });
    try {
      const child = spawn(program, args, {
        ...credentials(options.account),
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        env: SERVER_ENVIRONMENT,
        timeout: options.timeoutMs ?? 120_000,
        windowsHide: true,
        stdio: [...stdio],
      });
      child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
      child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
      child.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
      child.on('close', (code) =>
        resolve({ ok: code === 0, exitCode: code, output, spawnError: null }),
      );
    } catch (error) {
      fail(error instanceof Error && 'code' in error ? String(error.code) : String(error));
    }
  });
}
