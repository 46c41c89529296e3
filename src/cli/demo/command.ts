import { demoHelp, parseDemo } from './options.ts';
import { runDemo } from './run.ts';

/** Runs the demo from a command line. Resolves to the exit code: 0, 1 when it could not begin, 2 for wrong options. */
export async function demoCommand(args: readonly string[]): Promise<number> {
  const parsed = parseDemo(args);
  if (parsed.kind === 'help') {
    say(demoHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    complain(`${parsed.message}\n\n${demoHelp}`);
    return 2;
  }
  const end = await runDemo({ options: parsed.options, say, signal: untilInterrupted() });
  if ('problem' in end) {
    complain(end.problem);
    return 1;
  }
  say(`\n${end.summary}`);
  return 0;
}

/** The first Ctrl-C sends everybody home, the second ends at once. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      say('\nEverybody goes home.');
      controller.abort();
    });
  }
  return controller.signal;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
