import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Macro } from '../../src/contracts/macros.ts';
import type { Trigger } from '../../src/contracts/triggers.ts';
import type { SavedView } from '../../src/contracts/views.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let devi: Api;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
});

afterAll(() => app.stop());

it('gives a category’s new name to rules, macros and views, and a rule a version that says so', async () => {
  await devi.post('/api/categories', { name: 'Roasting', description: '', keywords: [] });
  const conditions = (names: string[]) => ({
    all: [{ field: 'status', op: 'is', values: ['open'] }],
    any: [{ field: 'category', op: 'is', values: names }],
  });
  const made = await devi.post('/api/triggers', {
    name: 'Roast',
    kind: 'ticket',
    conditions: conditions(['Billing', 'Roasting']),
    actions: [{ do: 'set_category', category: 'Roasting' }],
    enabled: true,
  });
  expect(made.body.detail ?? '').toBe('');
  await devi.post('/api/macros', {
    name: 'Roast',
    shared: true,
    actions: [
      { kind: 'category', category: 'Roasting' },
      { kind: 'status', status: 'open' },
    ],
  });
  const looks = {
    sort: { by: 'updated', direction: 'desc' },
    columns: ['subject'],
    layout: 'list',
  };
  const filter = { category: ['Roasting', ''], status: ['open'] };
  const view = await devi.post('/api/ticket-views', {
    name: 'Roast',
    filter,
    ...looks,
    shared: true,
  });
  expect(view.body.detail ?? '').toBe('');

  const known = (await devi.get('/api/categories')).body.categories;
  const roasting = known.find((one: { name: string }) => one.name === 'Roasting');
  const renamed = await devi.put(`/api/categories/${roasting.id}`, {
    ...roasting,
    name: 'Roasts',
  });
  expect(renamed.status).toBe(200);
  const ofName = <T extends { name: string }>(all: T[]) =>
    all.find(({ name }) => name === 'Roast')!;
  const trigger = ofName<Trigger>((await devi.get('/api/triggers')).body.triggers);
  expect(trigger.conditions).toMatchObject(conditions(['Billing', 'Roasts']));
  expect(trigger).toMatchObject({
    actions: [{ do: 'set_category', category: 'Roasts' }],
    version: 2,
    enabled: true,
  });
  const { versions } = (await devi.get(`/api/triggers/${trigger.id}/versions`)).body;
  expect(versions[0]).toMatchObject({
    version: 2,
    change: 'Its category Roasting is called Roasts now',
    rule: { actions: trigger.actions, conditions: trigger.conditions },
  });
  const macro = ofName<Macro>((await devi.get('/api/macros')).body.macros);
  expect(macro.actions).toEqual([
    { kind: 'category', category: 'Roasts' },
    { kind: 'status', status: 'open' },
  ]);
  const seen = ofName<SavedView>((await devi.get('/api/ticket-views')).body.views);
  expect(seen.filter).toEqual({ category: ['Roasts', ''], status: ['open'] });
});
