// House rules that no rule of the linter covers, each with a message that names the cure. An oxlint plugin
// (jsPlugins in .oxlintrc.json), in the shape of an ESLint plugin.
import { dirname, join, relative, sep } from 'node:path';
import { inRoot, root } from '../lib/paths.mjs';
import { type Import, violationOf } from './layers.ts';

/** The little of the linter's API that is used here. */
interface Node {
  type: string;
  loc: { start: { line: number }; end: { line: number } };
  importKind?: 'type' | 'value';
  exportKind?: 'type' | 'value';
  source?: { value?: unknown } | null;
  specifiers?: Node[];
}

interface Context {
  filename: string;
  report: (problem: { node: Node; message: string }) => void;
}

interface Rule {
  create: (context: Context) => Record<string, (node: Node) => void>;
}

/** A rule that reports every node one of its selectors matches, with the selector's message. */
function forbid(messages: Record<string, string>): Rule {
  return {
    create: (context) =>
      Object.fromEntries(
        Object.entries(messages).map(([selector, message]) => [
          selector,
          (node) => context.report({ node, message }),
        ]),
      ),
  };
}

const TAKE_THE_CLOCK = 'Take `now` as an argument, or the injected clock as a dependency.';
const TAKE_IDS = 'Take the injected ids (uuid v7, so that rows sort by age) as a dependency.';
const TAKE_CHANCE = 'Take the injected source of randomness as a dependency.';
const USE_CONFIG = 'Add the setting to src/server/config.ts, and pass its value in.';

const rules: Record<string, Rule> = {
  'no-ambient-time': forbid({
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]': TAKE_THE_CLOCK,
    'NewExpression[callee.name="Date"][arguments.length=0]': TAKE_THE_CLOCK,
    'CallExpression[callee.object.name="performance"][callee.property.name="now"]': TAKE_THE_CLOCK,
    'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|utc|local)$/][arguments.length=0]':
      TAKE_THE_CLOCK,
  }),
  'no-ambient-chance': forbid({
    'MemberExpression[object.name="Math"][property.name="random"]': TAKE_CHANCE,
    'CallExpression[callee.name=/^random(UUID|Bytes|Int)$/]': TAKE_IDS,
    'CallExpression[callee.property.name=/^random(UUID|Bytes|Int)$/]': TAKE_IDS,
  }),
  'no-environment': forbid({
    'MemberExpression[object.name="process"][property.name="env"]': USE_CONFIG,
    'MemberExpression[object.name="process"][property.value="env"]': USE_CONFIG,
    'VariableDeclarator[init.name="process"] Property[key.name="env"]': USE_CONFIG,
    'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]':
      USE_CONFIG,
  }),
  'no-enum': forbid({
    TSEnumDeclaration:
      'Use a union of string literals, or `z.enum([...])` in contracts: Node runs erasable syntax only.',
  }),
  'no-console': forbid({
    'MemberExpression[object.name="console"]':
      'Use the injected log: it carries the request and the workspace, and can be searched.',
  }),
  'function-length': { create: measureFunctions },
  layers: {
    create(context) {
      const check = (node: Node, isTypeOnly: boolean) => {
        const specifier = node.source?.value;
        if (typeof specifier !== 'string') return;
        const found = { ...resolved(context.filename, specifier), isTypeOnly };
        const violation = violationOf(found);
        if (violation !== undefined) {
          context.report({ node, message: `${violation.rule}: ${violation.cure}.` });
        }
      };
      return {
        ImportDeclaration: (node) => check(node, isTypeImport(node)),
        ExportNamedDeclaration: (node) => check(node, node.exportKind === 'type'),
        ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
        ImportExpression: (node) => check(node, false),
      };
    },
  },
};

const MAX_OWN_LINES = 80;

/**
 * Counts the lines of each function without those of the functions inside it, so that a factory of many
 * small functions passes and one long procedure does not.
 */
function measureFunctions(context: Context): Record<string, (node: Node) => void> {
  const innerLines = [0];
  const enter = () => void innerLines.push(0);
  const leave = (node: Node) => {
    const lines = node.loc.end.line - node.loc.start.line + 1;
    const own = lines - (innerLines.pop() ?? 0);
    innerLines.push((innerLines.pop() ?? 0) + lines);
    if (own <= MAX_OWN_LINES) return;
    const message = `This function has ${own} lines of its own: split it along a noun or a verb at ${MAX_OWN_LINES}.`;
    context.report({ node, message });
  };
  const kinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
  return Object.fromEntries(
    kinds.flatMap((kind) => [
      [kind, enter],
      [`${kind}:exit`, leave],
    ]),
  );
}

function isTypeImport(node: Node): boolean {
  if (node.importKind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((name) => name.importKind === 'type');
}

function resolved(filename: string, specifier: string): Omit<Import, 'isTypeOnly'> {
  const from = relative(root, filename).split(sep).join('/');
  const isFile = specifier.startsWith('.');
  const to = isFile ? relative(root, join(dirname(inRoot(from)), specifier)) : specifier;
  return { from, to: to.split(sep).join('/'), isFile };
}

export default { meta: { name: 'segue' }, rules };
