import { intentsCommand } from './intents.ts';
import { mailCommand } from './mail.ts';
import { answersCommand, retrievalCommand } from './retrieval.ts';

/** One thing that can be measured. Resolves to the exit code. */
type Evaluation = (args: readonly string[]) => Promise<number>;

const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  retrieval: retrievalCommand,
  answers: answersCommand,
  intents: intentsCommand,
  mail: mailCommand,
};

const help = `Usage: segue eval <what> [options]

  ${Object.keys(EVALUATIONS).join(', ')}

"segue eval <what> --help" tells the options.`;

/** Runs `segue eval`: measures a part of the assistant on files. Resolves to the exit code. */
export async function evalCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const evaluation = Object.entries(EVALUATIONS).find(([known]) => known === name)?.[1];
  if (evaluation) return evaluation(rest);
  const isHelp = name === '--help' || name === '-h';
  (isHelp ? process.stdout : process.stderr).write(`${help}\n`);
  return isHelp ? 0 : 2;
}
