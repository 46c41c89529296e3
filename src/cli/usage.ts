export const usage = `Usage: segue <command> [options]

  serve     starts the server
  migrate   brings the database up to date and ends
  demo      plays customers and agents against a running demo
  eval      measures retrieval, answers, intents and mail reading on files
  help      this text

"segue <command> --help" tells the options of a command.`;

const commands = ['serve', 'migrate', 'demo', 'eval', 'help'] as const;

/** The command of a command line and what follows it; null for none and for one that does not exist. */
export function readCommand(args: readonly string[]): {
  name: (typeof commands)[number] | null;
  rest: string[];
} {
  const [first, ...rest] = args;
  if (first === '--help' || first === '-h') return { name: 'help', rest };
  const name = commands.find((command) => command === first) ?? null;
  return { name, rest: name === null ? [...args] : rest };
}
