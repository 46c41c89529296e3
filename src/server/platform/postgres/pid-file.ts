import { basename } from 'node:path';

import type { ProcessFacts } from './processes.ts';

/** What `postmaster.pid` says about the server that wrote it. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** Empty when the server listens on no socket. */
  readonly socketDirectory: string;
  /** `starting`, `ready`, `stopping` or `standby`; empty in the first moments. */
  readonly status: string;
}

/** What became of the process that a `postmaster.pid` names. */
export type HolderKind =
  /** Nothing has the pid: PostgreSQL clears its file by itself. */
  | 'dead'
  /** Killed and not reaped yet: PostgreSQL would believe it alive. */
  | 'zombie'
  /** A server on this cluster that this launcher started. */
  | 'ours'
  /** A PostgreSQL on this cluster, or perhaps on it, that somebody else started. */
  | 'stranger'
  /** Surely something else: the pid was used again, so the file would block the start for ever. */
  | 'foreign'
  /** Alive, and this platform tells no more. */
  | 'unknown';

/** Reads the lines of `postmaster.pid`; null when it is empty or torn. */
export function parsePidFile(text: string): PidFile | null {
  const lines = text.split('\n').map((line) => line.trim());
  // A server in single-user mode writes its pid as a negative number.
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return null;
  return {
    pid,
    port: Number(lines[3] ?? '') || 0,
    socketDirectory: lines[4] ?? '',
    status: lines[7] ?? '',
  };
}

/** Judges the process named by a `postmaster.pid`; `worksHere` is null when nobody may ask. */
export function judgeHolder(
  facts: ProcessFacts | null,
  marker: string,
  worksHere: boolean | null,
): HolderKind {
  if (facts === null) return 'dead';
  if (facts.zombie) return 'zombie';
  if (facts.command === null) return 'unknown';
  if (bearsMarker(facts.command, marker)) return 'ours';
  // An administrator may have started a server by hand: when in doubt, never take its lock away.
  return looksLikePostgres(facts.command) && worksHere !== false ? 'stranger' : 'foreign';
}

/**
 * Whether a command line is that of a server process with this `cluster_name`. The postmaster shows
 * its arguments, its children a title; both are readable for everybody, unlike /proc/PID/cwd, which
 * root may not read in a container without CAP_SYS_PTRACE.
 */
export function bearsMarker(command: string, marker: string): boolean {
  return (
    command.startsWith(`postgres: ${marker}: `) ||
    ` ${command} `.includes(` cluster_name=${marker} `)
  );
}

/** Whether a command line is that of some PostgreSQL server process. */
export function looksLikePostgres(command: string): boolean {
  const program = basename(command.split(' ')[0] ?? '').replace(/\.exe$/, '');
  return program === 'postgres' || program === 'postgres:' || program === 'postmaster';
}
