import type { IdentifyDetails } from '../host.ts';

/** What the host page may ask for. */
export type Commands = {
  open(): void;
  close(): void;
  hide(): void;
  show(): void;
  identify(details: IdentifyDetails): void;
};

type Call = ArrayLike<unknown>;
type Stub = { q?: Call[] };

/**
 * Puts the global function `segue('open')` in place and runs the calls that came before it: the
 * documented stub collects them in `segue.q`.
 */
export function runCommands(target: object, commands: Commands): void {
  const early = Reflect.get(target, 'segue') as Stub | undefined;
  const run = (call: Call) => runCommand(commands, call);
  Reflect.set(target, 'segue', (...call: unknown[]) => run(call));
  for (const call of Array.from(early?.q ?? [])) run(call);
}

function runCommand(commands: Commands, call: Call): void {
  switch (call[0]) {
    case 'open':
    case 'close':
    case 'hide':
    case 'show':
      return commands[call[0]]();
    case 'identify':
      return commands.identify(detailsOf(call[1]));
    default:
      console.warn(`Segue: there is no command ${JSON.stringify(call[0])}.`);
  }
}

/** Takes only the three known texts, by name: whatever else the page passes goes nowhere. */
function detailsOf(given: unknown): IdentifyDetails {
  const details: IdentifyDetails = {};
  if (typeof given !== 'object' || given === null) return details;
  for (const name of ['name', 'email', 'signature'] as const) {
    const value: unknown = Reflect.get(given, name);
    if (typeof value === 'string' && value.trim() !== '') details[name] = value.trim();
  }
  return details;
}
