import { expect, test } from 'vitest';
import { violationOf } from '../../scripts/lint/layers.ts';
import { readSource } from './tree.ts';

const features = 'src/server/features';
const rules = `${features}/tickets/tickets.rules.ts`;
const store = `${features}/tickets/tickets.store.ts`;
const service = `${features}/tickets/tickets.service.ts`;
const routes = `${features}/tickets/tickets.routes.ts`;
const db = 'src/server/platform/db/database.ts';

test.each([
  ['src/contracts/tickets.ts', 'zod'],
  ['src/contracts/tickets.ts', 'src/contracts/common.ts'],
  [rules, 'src/contracts/tickets.ts'],
  [rules, 'node:crypto'],
  [rules, `${features}/sla/calendar.rules.ts`],
  [store, 'kysely'],
  [store, db],
  [service, store],
  [service, `${features}/sla/index.ts`],
  [routes, service],
  [routes, 'src/server/platform/http/route.ts'],
  ['src/server/app.ts', service],
  ['src/server/app/http.ts', routes],
  ['src/server/main.ts', 'src/server/app.ts'],
  ['src/cli/serve.ts', 'src/server/app.ts'],
  ['src/desk/main.tsx', 'react'],
  ['src/widget/panel.tsx', 'src/contracts/widget.ts'],
  [`${features}/tickets/tickets.rules.test.ts`, 'fast-check'],
  ['tests/server/tickets.test.ts', service],
])('%s may import %s', (from, to) => {
  expect(violationOf(found(from, to))).toBeUndefined();
});

test.each([
  ['src/contracts/tickets.ts', 'node:fs'],
  ['src/contracts/tickets.ts', rules],
  [rules, 'node:fs'],
  [rules, store],
  [rules, 'src/server/platform/clock/clock.ts'],
  [store, rules],
  [store, `${features}/sla/sla.service.ts`],
  [service, 'kysely'],
  [service, 'pg'],
  [service, `${features}/sla/sla.service.ts`],
  [service, 'src/server/app.ts'],
  [service, 'src/server/config.ts'],
  [routes, store],
  [routes, db],
  [db, service],
  ['src/desk/main.tsx', service],
  ['src/desk/main.tsx', 'src/widget/panel.tsx'],
  ['src/widget/panel.tsx', 'src/desk/lib/api.ts'],
  ['src/cli/eval.ts', service],
  [service, 'src/cli/eval.ts'],
  [service, 'tests/support/fakes.ts'],
  ['src/desk/main.test.tsx', service],
])('%s may not import %s', (from, to) => {
  expect(violationOf(found(from, to))).toMatchObject({
    rule: expect.any(String),
    cure: expect.any(String),
  });
});

test('a service may import the type of the database handle', () => {
  expect(violationOf({ ...found(service, 'kysely'), isTypeOnly: true })).toBeUndefined();
});

test('every kind of import is seen', () => {
  const text = [
    `import type { A } from './a.ts';`,
    `import b, { type C } from './b.ts';`,
    `import { type D } from './d.ts';`,
    `import './e.ts';`,
    `export * from './f.ts';`,
    `export type { G } from './g.ts';`,
    `const h = await import('./h.ts');`,
    `type I = import('./i.ts').I;`,
    `// import('./comment.ts')`,
    `import { sql } from 'kysely/helpers/postgres';`,
    `import { x } from '@scope/name/part';`,
  ].join('\n');
  const seen = readSource('src/server/x.ts', text).imports.map(
    ({ to, isTypeOnly }) => `${to}${isTypeOnly ? ' (type)' : ''}`,
  );
  expect(seen.sort()).toEqual([
    '@scope/name',
    'kysely',
    'src/server/a.ts (type)',
    'src/server/b.ts',
    'src/server/d.ts (type)',
    'src/server/e.ts',
    'src/server/f.ts',
    'src/server/g.ts (type)',
    'src/server/h.ts',
    'src/server/i.ts (type)',
  ]);
});

function found(from: string, to: string) {
  return { from, to, isFile: /^(src|tests)\//.test(to), isTypeOnly: false };
}
