import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';

import { codeOf } from './errors.ts';

/** What this machine tells about a process; null fields are not known on this platform. */
export interface ProcessFacts {
  readonly pid: number;
  /** Dead but not yet reaped: its pid still answers to signals, which deceives PostgreSQL. */
  readonly zombie: boolean;
  /** Unlike the pid, never the same for two processes, not even after a reboot. */
  readonly startedAt: string | null;
  readonly command: string | null;
}

/** A directory as the kernel knows it, equal however its path is written or mounted. */
export interface DirectoryIdentity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Looks at one process; null when no process has this pid. */
export function inspectProcess(pid: number): ProcessFacts | null {
  if (process.platform === 'linux') {
    const facts = inspectLinux(pid);
    if (facts !== undefined) return facts;
  }
  if (process.platform === 'darwin') return inspectWithPs(pid);
  return answersSignals(pid) ? { pid, zombie: false, startedAt: null, command: null } : null;
}

/** Whether that very process still runs: not gone, not a zombie, not another one with its pid. */
export function isAlive(process: {
  readonly pid: number;
  readonly startedAt: string | null;
}): boolean {
  const facts = inspectProcess(process.pid);
  if (facts === null || facts.zombie) return false;
  return (
    process.startedAt === null || facts.startedAt === null || facts.startedAt === process.startedAt
  );
}

/** All living processes whose facts can be read; empty where the platform tells nothing. */
export function listProcesses(): readonly ProcessFacts[] {
  return listPids()
    .map((pid) => inspectProcess(pid))
    .filter((facts) => facts !== null)
    .filter((facts) => !facts.zombie);
}

/**
 * Whether a process has this directory as its working directory; null when it may not be asked
 * (another user's process, or root in a container without CAP_SYS_PTRACE).
 */
export function worksIn(pid: number, directory: DirectoryIdentity): boolean | null {
  try {
    const cwd = statSync(`/proc/${pid}/cwd`, { bigint: true });
    return cwd.dev === directory.dev && cwd.ino === directory.ino;
  } catch {
    return null;
  }
}

/** Takes `/proc/PID/stat` apart; the process's name may hold spaces and brackets. */
export function parseStat(text: string): { state: string; startTicks: string } | null {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  return state && startTicks ? { state, startTicks } : null;
}

/** Takes a line of `ps -o stat=,lstart=,command=` apart. */
export function parsePs(
  line: string,
): { state: string; startedAt: string; command: string } | null {
  const match = /^\s*(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\d{4})\s*(.*)$/.exec(line);
  const [, state, startedAt, command] = match ?? [];
  if (!state || !startedAt) return null;
  return { state, startedAt: startedAt.replaceAll(/\s+/g, ' '), command: command ?? '' };
}

function inspectLinux(pid: number): ProcessFacts | null | undefined {
  try {
    const stat = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    if (stat === null) return undefined;
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    const zombie = stat.state === 'Z' || stat.state === 'X';
    return { pid, zombie, startedAt: `${bootId}:${stat.startTicks}`, command };
  } catch (error) {
    const gone = ['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '');
    return gone && !answersSignals(pid) ? null : undefined;
  }
}

function inspectWithPs(pid: number): ProcessFacts | null {
  try {
    const line = execFileSync('ps', ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const facts = parsePs(line.trim());
    if (facts === null) return null;
    const { startedAt, command } = facts;
    return { pid, zombie: facts.state.startsWith('Z'), startedAt, command };
  } catch {
    return null;
  }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function listPids(): readonly number[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  }
  if (process.platform !== 'darwin') return [];
  const text = execFileSync('/bin/ps', ['-axo', 'pid='], { encoding: 'utf8' });
  return text
    .split('\n')
    .map(Number)
    .filter((pid) => pid > 0);
}
