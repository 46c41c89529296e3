import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Null: the default ports of this machine are tried. */
  readonly url: string | null;
  /** 1 is the pace of people; 5 is five times as fast. */
  readonly speed: number;
  /** Minutes by the clock on the wall. */
  readonly minutes: number;
  /** Simulated agents; 0 leaves the answering to whoever is signed in. */
  readonly agents: number;
  readonly seed: string;
}

export type ParsedDemo =
  | { readonly kind: 'run'; readonly options: DemoOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** What `--help` prints. */
export const demoHelp = `Usage: npm run demo -- [options]   or   segue demo [options]

Plays customers and agents against a running Segue with the demo workspace.

  --speed N      pace; 1 is that of people (default 1, 0.1 to 100)
  --minutes N    how long, by the clock on the wall (default 10)
  --agents N     simulated agents, 0 to 4; with 0 you answer yourself (default 3)
  --url URL      where Segue runs (default: ports 3000 to 3009 of this machine)
  --seed TEXT    the same seed plays the same customers in the same order (default "lowtide")
  --help         this text`;

const bounds = {
  speed: { least: 0.1, most: 100, whole: false },
  minutes: { least: 0.05, most: 1_440, whole: false },
  agents: { least: 0, most: 4, whole: true },
} as const;

/** Reads the command line of the demo; what is wrong is told in a sentence. */
export function parseDemo(args: readonly string[]): ParsedDemo {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        speed: { type: 'string', default: '1' },
        minutes: { type: 'string', default: '10' },
        agents: { type: 'string', default: '3' },
        url: { type: 'string' },
        seed: { type: 'string', default: 'lowtide' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) return { kind: 'help' };
  const problem = problemOf(values);
  if (problem !== null) return { kind: 'wrong', message: problem };
  return {
    kind: 'run',
    options: {
      url: values.url?.replace(/\/+$/, '') ?? null,
      speed: Number(values.speed),
      minutes: Number(values.minutes),
      agents: Number(values.agents),
      seed: values.seed,
    },
  };
}

function problemOf(values: {
  speed: string;
  minutes: string;
  agents: string;
  url?: string | undefined;
}) {
  for (const name of ['speed', 'minutes', 'agents'] as const) {
    const { least, most, whole } = bounds[name];
    const value = values[name].trim() === '' ? Number.NaN : Number(values[name]);
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
      return `--${name} is "${values[name]}": give a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`;
    }
  }
  if (values.url !== undefined && !/^https?:\/\/\S+$/.test(values.url)) {
    return `--url is "${values.url}": give an address like http://127.0.0.1:3000.`;
  }
  return null;
}
