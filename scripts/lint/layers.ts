// Who may import whom: the table of the architecture as a function. The lint plugin calls it while you
// type, and tests/architecture.test.ts calls it over the whole tree with a parser of its own.

/** One import of a file. */
export interface Import {
  /** The importing file, relative to the project, with forward slashes. */
  from: string;
  /** The imported file, likewise, or the name of a package (`zod`, `node:crypto`). */
  to: string;
  /** Whether `to` is a file of the project. */
  isFile: boolean;
  /** Whether nothing of it is left at run time. */
  isTypeOnly: boolean;
}

/** What an import breaks, and what to do instead. */
export interface Violation {
  rule: string;
  cure: string;
}

interface Layer extends Violation {
  governs: (from: string) => boolean;
  allows: (to: Import) => boolean;
}

const TEST = /\.test\.tsx?$/;

/** Packages without clock, chance or I/O, which a pure decision may use. */
const PURE_PACKAGES = new Set(['zod', 'luxon', 'markdown-it', 'node:crypto']);

/** Packages that speak to the database. */
const DATABASE_PACKAGES = new Set(['kysely', 'pg']);

const LAYERS: readonly Layer[] = [
  {
    rule: 'contracts import zod and contracts only',
    cure: 'move what is shared into src/contracts, or the code that needs more out of it',
    governs: (from) => from.startsWith('src/contracts/'),
    allows: ({ isFile, to }) => (isFile ? to.startsWith('src/contracts/') : to === 'zod'),
  },
  {
    rule: 'the desk imports contracts and the desk only',
    cure: 'ask the server over its API, and put shared types into src/contracts',
    governs: (from) => from.startsWith('src/desk/'),
    allows: ({ isFile, to }) => !isFile || isUnder(to, 'src/desk/', 'src/contracts/'),
  },
  {
    rule: 'the widget imports contracts and the widget only',
    cure: 'ask the server over its API, and put shared types into src/contracts',
    governs: (from) => from.startsWith('src/widget/'),
    allows: ({ isFile, to }) => !isFile || isUnder(to, 'src/widget/', 'src/contracts/'),
  },
  {
    rule: 'the cli imports contracts and the cli only, and starts the server through app.ts',
    cure: 'return what the command needs from createApp in src/server/app.ts; what runs on files without a server, from src/server/evaluate.ts',
    governs: (from) => from.startsWith('src/cli/'),
    allows: ({ isFile, to }) =>
      !isFile ||
      isUnder(to, 'src/cli/', 'src/contracts/') ||
      ['src/server/app.ts', 'src/server/config.ts', 'src/server/evaluate.ts'].includes(to),
  },
  {
    rule: 'the server imports contracts and the server only',
    cure: 'put what both sides need into src/contracts',
    governs: (from) => from.startsWith('src/server/'),
    allows: ({ isFile, to }) => !isFile || isUnder(to, 'src/server/', 'src/contracts/'),
  },
  {
    rule: 'only main.ts and the cli import the composition root',
    cure: 'take what you need as a dependency, and let src/server/app.ts pass it in',
    governs: (from) => from.startsWith('src/server/') && !isRoot(from) && !isMain(from),
    allows: ({ to }) => !isRoot(to) && !isMain(to),
  },
  {
    rule: 'the platform knows no feature',
    cure: 'take a function or an interface declared in the platform, and let src/server/app.ts pass it in',
    governs: (from) => from.startsWith('src/server/platform/'),
    allows: ({ to }) => featureOf(to) === undefined,
  },
  {
    rule: 'only config.ts is asked for configuration, by app.ts and main.ts',
    cure: 'take the value as a dependency; a type import is fine',
    governs: (from) => isUnder(from, 'src/server/platform/', 'src/server/features/'),
    allows: ({ to, isTypeOnly }) => to !== 'src/server/config.ts' || isTypeOnly,
  },
  {
    rule: 'a feature imports another one only through its index.ts',
    cure: 'export it from the index.ts of that feature, or take it as a dependency',
    governs: (from) => featureOf(from) !== undefined,
    allows: ({ from, to }) =>
      featureOf(to) === undefined ||
      featureOf(to) === featureOf(from) ||
      /^src\/server\/features\/[^/]+\/index\.ts$/.test(to) ||
      (isLayer(from, 'rules') && isLayer(to, 'rules')),
  },
  {
    rule: '*.rules.ts import contracts and other rules only',
    cure: 'pass the value in as an argument (now, ids, chance, what the store found); a table of words or a pure helper is a *.rules.ts itself',
    governs: (from) => isLayer(from, 'rules'),
    allows: ({ isFile, to, isTypeOnly }) =>
      isFile
        ? to.startsWith('src/contracts/') ||
          isLayer(to, 'rules') ||
          (isTypeOnly && isLayer(to, 'types'))
        : PURE_PACKAGES.has(to),
  },
  {
    rule: '*.store.ts import platform/db (with json, errors, ids), contracts and their own types only',
    cure: 'keep the store to one statement a function, and decide in the service or the rules',
    governs: (from) => isLayer(from, 'store'),
    allows: ({ from, to, isFile, isTypeOnly }) =>
      !isFile ||
      isUnder(to, 'src/contracts/', 'src/server/platform/db/') ||
      /^src\/server\/platform\/(json|errors|ids)\.ts$/.test(to) ||
      isLayer(to, 'store') ||
      (isTypeOnly && (featureOf(to) === featureOf(from) || to.startsWith('src/server/platform/'))),
  },
  {
    rule: 'SQL lives in *.store.ts',
    cure: 'move the statement into the *.store.ts of the feature; a type import of the handle is fine',
    governs: (from) => featureOf(from) !== undefined && !isLayer(from, 'store'),
    allows: ({ to, isTypeOnly }) => isTypeOnly || !DATABASE_PACKAGES.has(to),
  },
  {
    rule: '*.routes.ts reach the database through their service',
    cure: "call a function of the feature's service, which loads through the store",
    governs: (from) => isLayer(from, 'routes'),
    allows: ({ to, isTypeOnly }) =>
      isTypeOnly ||
      !(
        isLayer(to, 'store') ||
        /^src\/server\/platform\/(?!http\/|http\.ts|errors|clock|ids)/.test(to)
      ),
  },
];

/**
 * The rule that an import breaks, with what to do instead, or undefined. Tests may import every layer of
 * their own target.
 */
export function violationOf(found: Import): Violation | undefined {
  if (TEST.test(found.from) && found.from.startsWith('src/')) return violationOfTest(found);
  const broken = LAYERS.find((layer) => layer.governs(found.from) && !layer.allows(found));
  return broken && { rule: broken.rule, cure: broken.cure };
}

function violationOfTest(found: Import): Violation | undefined {
  const target = targetOf(found.from);
  const allowed = [target, 'contracts', 'tests'];
  if (!found.isFile || target === undefined || allowed.includes(targetOf(found.to)))
    return undefined;
  return {
    rule: `tests of ${target} stay inside it`,
    cure: 'put a test of both sides into tests/',
  };
}

/** The name of the target a file belongs to: `desk`, `server`, `tests` ... */
export function targetOf(path: string): string | undefined {
  return /^(?:src\/([^/]+)|(tests|bench|scripts))\//.exec(path)?.slice(1).find(Boolean);
}

function featureOf(path: string): string | undefined {
  return /^src\/server\/features\/([^/]+)\//.exec(path)?.[1];
}

function isRoot(path: string): boolean {
  return path === 'src/server/app.ts' || path.startsWith('src/server/app/');
}

function isMain(path: string): boolean {
  return path === 'src/server/main.ts';
}

function isLayer(path: string, layer: 'rules' | 'store' | 'routes' | 'types'): boolean {
  return path.startsWith('src/server/') && path.endsWith(`.${layer}.ts`);
}

function isUnder(path: string, ...folders: string[]): boolean {
  return folders.some((folder) => path.startsWith(folder));
}
