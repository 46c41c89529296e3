import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/contracts/schedules.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createApi, type Api } from '../support/api.ts';

let app: TestApp;
let devi: Api;
/** A Sunday evening in Berlin. */
const now = new Date('2026-06-07T18:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
  devi = await app.as('devi');
});
afterAll(() => app.stop());

const week = (more: object = {}) => ({
  mon: [],
  tue: [],
  wed: [],
  thu: [],
  fri: [],
  sat: [],
  sun: [],
  ...more,
});
const hours = (more: object = {}) => ({
  timeZone: 'America/New_York',
  week: week({
    mon: [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ],
  }),
  ...more,
});
const list = async (): Promise<Schedule[]> => (await devi.get('/api/schedules')).body.schedules;

describe('schedules', () => {
  it('start with business hours in the zone of the workspace', async () => {
    const [first] = await list();
    expect(first).toMatchObject({
      name: 'Business hours',
      isDefault: true,
      version: 1,
      hours: { timeZone: 'Europe/Berlin' },
      opening: { open: false, nextOpening: '2026-06-08T07:00:00.000Z', today: null },
    });
  });

  it('are read by agents and kept by admins', async () => {
    const ana = await app.as('ana');
    expect((await ana.get('/api/schedules')).status).toBe(200);
    expect((await createApi(app.url).get('/api/schedules')).status).toBe(401);
    expect((await ana.post('/api/schedules', { name: 'Mine', hours: hours() })).status).toBe(403);
    const [first] = await list();
    expect((await ana.patch(`/api/schedules/${first!.id}`, { version: 1 })).status).toBe(403);
    expect((await ana.delete(`/api/schedules/${first!.id}`)).status).toBe(403);
  });

  it('are added, changed with a version, and deleted', async () => {
    const made = (await devi.post('/api/schedules', { name: 'Boston', hours: hours() })).body;
    expect(made).toMatchObject({ version: 1, isDefault: false, usedBy: [] });
    const path = `/api/schedules/${made.id}`;
    const holidays = [{ name: 'Inventory', from: '2026-06-08', to: '2026-06-08' }];
    const changed = await devi.patch(path, { version: 1, hours: hours({ holidays }) });
    expect(changed.body).toMatchObject({
      version: 2,
      name: 'Boston',
      opening: { nextOpening: '2026-06-15T12:00:00.000Z' },
    });
    expect((await devi.patch(path, { version: 1, name: 'Late' })).body.code).toBe(
      'version_conflict',
    );
    expect((await devi.patch(path, { version: 2, name: 'Business hours' })).body.code).toBe(
      'name_taken',
    );
    expect((await devi.delete(path)).status).toBe(200);
    expect((await devi.delete(path)).status).toBe(404);
  });

  it('have one default that cannot be deleted', async () => {
    const [first] = await list();
    const made = (await devi.post('/api/schedules', { name: 'Night', hours: hours() })).body;
    await devi.patch(`/api/schedules/${made.id}`, { version: 1, isDefault: true });
    expect((await list()).filter((one) => one.isDefault).map((one) => one.name)).toEqual(['Night']);
    expect((await devi.delete(`/api/schedules/${made.id}`)).status).toBe(404);
    await devi.patch(`/api/schedules/${first!.id}`, { version: first!.version, isDefault: true });
    await devi.delete(`/api/schedules/${made.id}`);
  });

  it('are refused with the field that is wrong', async () => {
    const answer = await devi.post('/api/schedules', {
      name: '',
      hours: hours({ week: week({ mon: [{ from: '10:00', to: '09:00' }] }) }),
    });
    expect(answer.status).toBe(400);
    const paths = answer.body.fields.map((one: { path: string }) => one.path);
    expect(paths).toEqual(expect.arrayContaining(['name', 'hours.week.mon.0.to']));
    const empty = await devi.post('/api/schedules', {
      name: 'Never',
      hours: hours({ week: week() }),
    });
    expect(empty.body.fields).toMatchObject([{ path: 'hours.week' }]);
  });

  it('say what unsaved hours would mean', async () => {
    const exceptions = [
      { date: '2026-06-07', name: 'Fair', spans: [{ from: '13:00', to: '15:00' }] },
    ];
    const answer = await devi.post('/api/schedules/preview', { hours: hours({ exceptions }) });
    expect(answer.body).toMatchObject({
      open: true,
      today: 'Fair',
      nextClosing: '2026-06-07T19:00:00.000Z',
      nextOpening: '2026-06-08T12:00:00.000Z',
    });
  });

  it('answer whether it is within hours', async () => {
    const { businessHours } = app.services;
    const { id } = await app.demo();
    const within = (scheduleId: string | null, at: string) =>
      app.database.inWorkspace(id, (scope) =>
        businessHours.withinHours(scope, scheduleId, new Date(at)),
      );
    expect(await within(null, '2026-06-08T07:00:00Z')).toBe(true);
    expect(await within(null, '2026-06-08T06:59:59Z')).toBe(false);
    expect(await within('00000000-0000-7000-8000-000000000000', '2026-06-08T08:00:00Z')).toBe(
      false,
    );
  });
});
