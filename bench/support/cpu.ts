import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { App } from '../../src/server/app.ts';

/** Milliseconds of processor time that were used until now. */
export interface Cpu {
  readonly program: number;
  /** Of the database's processes that serve connections; 0 where there is no /proc. */
  readonly database: number;
}

const msPerTick = 10;
/** What each process of the database had used when it was last looked at: idle ones end, and what they did counts. */
const known = new Map<number, number>();

/** What this process and the database's have used: unlike times it says little about who else is busy. */
export async function cpuOf({ database }: App): Promise<Cpu> {
  const { user, system } = process.cpuUsage();
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity`.execute(
    database.owner,
  );
  for (const { pid } of rows) known.set(pid, Math.max(known.get(pid) ?? 0, await usedBy(pid)));
  return {
    program: (user + system) / 1_000,
    database: [...known.values()].reduce((all, one) => all + one, 0),
  };
}

async function usedBy(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * msPerTick;
}
