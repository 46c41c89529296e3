import { expect, it } from 'vitest';
import type { Escalation } from '../../../contracts/sla.ts';
import { actsAt, firstStep, scopesOf, withStep } from './escalations.rules.ts';

const raise = { kind: 'raise_priority' } as const;
const all: Escalation = { at: 'breached', metrics: [], acts: [raise] };

it('keeps what is for every metric apart from what is for some', () => {
  const steps = [all, firstStep('first_reply'), { ...all, metrics: ['resolution', 'agent_work'] }];
  const escalations = steps as Escalation[];
  expect(scopesOf(escalations)).toEqual([['first_reply'], ['resolution', 'agent_work']]);
  const at = { at: 'breached', metrics: ['first_reply'] } as const;
  expect(actsAt(escalations, at)).toEqual([{ kind: 'notify', who: 'supervisors' }]);
  expect(actsAt(escalations, { at: 'breached', metrics: [] })).toEqual([raise]);
  expect(actsAt(escalations, { ...at, at: 'at_risk' })).toEqual([]);
  const next = withStep(escalations, { at: 'breached', metrics: ['first_reply'], acts: [raise] });
  expect(actsAt(next, at)).toEqual([raise]);
  expect(actsAt(next, { at: 'breached', metrics: ['agent_work', 'resolution'] })).toEqual([raise]);
});

it('has no step without acts', () => {
  const escalations = [all, firstStep('first_reply')];
  expect(withStep(escalations, { ...firstStep('first_reply'), acts: [] })).toEqual([all]);
});
