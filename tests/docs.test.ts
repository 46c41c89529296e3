/** The documents say what the code says, and lead where they claim to lead. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { automationPage } from '../scripts/lib/automation-page.ts';
import { configPage, errorsPage, launchCodesOf } from '../scripts/lib/docs.ts';
import { errors } from '../src/contracts/errors.ts';
import { eventSchema } from '../src/contracts/events.ts';
import { jobSchemas } from '../src/contracts/jobs.ts';
import { deskCommands } from '../src/contracts/realtime.ts';
import { triggerActions, triggerActionSchema } from '../src/contracts/trigger-actions.ts';
import { conditionFields, conditionOperators } from '../src/contracts/trigger-conditions.ts';
import { variableNames, variables } from '../src/contracts/variables.ts';
import { widgetCommands } from '../src/contracts/widget.ts';
import { workspaceSettingsSchema } from '../src/contracts/workspaces.ts';
import { settings } from '../src/server/config.ts';
import { historyTypes } from '../src/server/features/history/sentences.rules.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const sources = globSync('src/server/**/*.ts', { cwd: root }).filter(
  (path) => !path.endsWith('.test.ts'),
);
const documents = globSync(['*.md', 'docs/**/*.md', 'src/**/*.md'], { cwd: root });

test('the documents and sources are seen', () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(documents.length).toBeGreaterThan(10);
});

describe('written pages are fresh (npm run docs)', () => {
  test('docs/AUTOMATION.md', () =>
    expect(read('docs/AUTOMATION.md')).toBe(
      automationPage({
        fields: conditionFields,
        operators: conditionOperators,
        actions: triggerActions,
        actionSchema: triggerActionSchema,
        variables,
        settings: workspaceSettingsSchema,
      }),
    ));

  test('docs/CONFIG.md', () => expect(read('docs/CONFIG.md')).toBe(configPage(settings)));

  test('docs/ERRORS.md', () => {
    const launchCodes = launchCodesOf(read('src/server/platform/postgres/errors.ts'));
    expect(read('docs/ERRORS.md')).toBe(errorsPage(errors, launchCodes));
  });
});

describe('errors', () => {
  const thrown = sources.flatMap((path) =>
    [...read(path).matchAll(/new AppError\(\s*'([a-z_]+)'/g)].map((match) => match[1] ?? ''),
  );

  test('every code that is thrown is in the registry', () => {
    expect(thrown.length).toBeGreaterThan(30);
    expect(thrown.filter((code) => !(code in errors))).toEqual([]);
  });

  test('every code of the registry is documented', () => {
    const page = read('docs/ERRORS.md');
    expect(Object.keys(errors).filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([]);
  });
});

describe('history', () => {
  /** Names of the same shape that are no lines of history. */
  const others = new Set<string>([
    ...eventSchema.options.map((option) => option.shape.type.value),
    ...Object.keys(jobSchemas),
    ...Object.keys(deskCommands),
    ...Object.keys(widgetCommands),
    ...variableNames,
    'mail.com',
  ]);
  const used = new Set(
    sources
      .filter((path) => path.includes('/features/') && !path.endsWith('sentences.rules.ts'))
      .flatMap((path) => read(path).match(/(?<=')[a-z]+\.[a-z_]+(?=')/g) ?? []),
  );
  const subjects = new Set(historyTypes.map((type) => type.split('.')[0]));

  test('every line that is written has words', () => {
    const lines = [...used].filter((name) => subjects.has(name.split('.')[0]) && !others.has(name));
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((type) => !historyTypes.includes(type))).toEqual([]);
  });

  test('every line with words is written somewhere', () => {
    expect(historyTypes.filter((type) => !used.has(type))).toEqual([]);
  });
});

describe('links', () => {
  test.each(documents)('%s leads to files that exist', (document) => {
    const text = read(document).replace(/^```[\s\S]*?^```/gm, '');
    const missing = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
      .map((match) => (match[1] ?? match[2] ?? '').replace(/#.*$/, ''))
      .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
      .filter((link) => !exists(join(root, dirname(document), link)));
    expect(missing).toEqual([]);
  });

  test.each(documents)('%s names files of the project that exist', (document) => {
    const named = read(document).match(/(?<=`)(?:src|tests|scripts|bench|docs)\/[\w./-]+(?=`)/g);
    expect((named ?? []).filter((path) => !exists(join(root, path)))).toEqual([]);
  });
});

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
