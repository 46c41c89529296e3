import { expect, it } from 'vitest';
import type { AttainmentCase } from '../../../contracts/sla-attainment.ts';
import { caseLine, tableLines } from './attainment-csv.rules.ts';

const one: AttainmentCase = {
  id: 'a',
  ticket: { id: 'b', number: 12, subject: '=HYPERLINK("x"), or\nnot' },
  policyName: '+Gold',
  metric: 'first_reply',
  verdict: 'breached',
  judgedAt: '2026-03-02T10:00:00.000Z',
  startedAt: '2026-03-02T09:00:00.000Z',
  targetMs: 3_600_000,
  tookMs: null,
  assistantMs: 90_000,
  agentMs: null,
};

it('quotes what needs it, and lets nothing be a formula', () => {
  expect(caseLine(one)).toBe(
    `12,"'=HYPERLINK(""x""), or\nnot",'+Gold,first_reply,breached,2026-03-02T10:00:00.000Z,2026-03-02T09:00:00.000Z,60,,1.5,\r\n`,
  );
});

it('has as many cells in each line as in the first', () => {
  const judged = { met: 2, breached: 1, share: 2 / 3, medianMs: 60_000, p90Ms: null };
  const base = { policyId: 'a', policyName: 'Gold', judged, assistantAlone: 0 };
  const [head, reply, work] = tableLines([
    { ...base, metric: 'first_reply', withAssistant: judged, agentsOnly: judged },
    { ...base, metric: 'resolution', withAssistant: null, agentsOnly: null },
  ]).split('\r\n');
  expect(reply).toContain('Gold,first_reply,2,1,0.6667,1,,2,1,0.6667,1,,');
  const cells = (text = '') => text.split(',').length;
  expect([cells(reply), cells(work)]).toEqual([cells(head), cells(head)]);
});
