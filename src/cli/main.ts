#!/usr/bin/env node
import { demoCommand } from './demo/command.ts';
import { evalCommand } from './eval/command.ts';
import { migrate, migrateHelp, readMigrate } from './migrate.ts';
import { readServe, serve, serveHelp } from './serve.ts';
import { readCommand, usage } from './usage.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/** Runs one command. Resolves to the exit code, or to null where the command goes on by itself. */
async function run(args: readonly string[]): Promise<number | null> {
  const { name, rest } = readCommand(args);
  switch (name) {
    case 'help':
      say(usage);
      return 0;
    case 'serve': {
      const wanted = understood(() => readServe(rest), serveHelp);
      if (typeof wanted === 'number') return wanted;
      await serve();
      return null;
    }
    case 'migrate': {
      const wanted = understood(() => readMigrate(rest), migrateHelp);
      if (typeof wanted === 'number') return wanted;
      await migrate(wanted, say);
      return 0;
    }
    case 'demo':
      return demoCommand(rest);
    case 'eval':
      return evalCommand(rest);
    case null:
      complain(rest[0] === undefined ? usage : `There is no command "${rest[0]}".\n\n${usage}`);
      return 2;
  }
}

/** What the options ask for, or the exit code when they were wrong or only asked for help. */
function understood<Wanted>(read: () => Wanted | false, help: string): Wanted | number {
  try {
    const wanted = read();
    if (wanted !== false) return wanted;
    say(help);
    return 0;
  } catch (error) {
    complain(`${messageOf(error)}\n\n${help}`);
    return 2;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  const code = await run(process.argv.slice(2));
  if (code !== null) process.exit(code);
} catch (error) {
  complain(messageOf(error));
  process.exit(1);
}
