import type { InactivitySettings, QuietStatus } from '../../../contracts/session-settings.ts';

/** A step of silence as people read it: minutes since the agent's first unanswered word. */
export type SilenceStep = {
  number: number;
  minutes: number;
  reminds: boolean;
  status: QuietStatus | null;
  ends: boolean;
};

/** The course of a silence under these settings. */
export function silenceSteps(inactivity: InactivitySettings): SilenceStep[] {
  const { remind, reminders, afterMinutes, status, endAtLastStep } = inactivity;
  const given = remind && reminders.length > 0 ? reminders : [{ afterMinutes, status }];
  let minutes = 0;
  return given.map((one, index) => {
    minutes += one.afterMinutes;
    const last = index === given.length - 1;
    return {
      number: index + 1,
      minutes,
      reminds: remind && reminders.length > 0,
      status: one.status,
      ends: last && endAtLastStep,
    };
  });
}
