import { useTranslation } from 'react-i18next';
import type { InactivitySettings } from '../../../contracts/session-settings.ts';
import { Banner } from '../../ui/banner.tsx';
import { silenceSteps } from './silence-plan.rules.ts';

/** The course of a silence in words, before it is saved; a ticket that gets solved by it is said aloud. */
export function SilencePlan({ inactivity }: { inactivity: InactivitySettings }) {
  const { t } = useTranslation();
  const steps = silenceSteps(inactivity);
  const solved = steps.find((step) => step.status === 'solved');
  return (
    <div className="rounded-control border border-line bg-sunken px-3 py-2">
      <p className="text-meta font-medium text-muted">{t('settings.chats.plan')}</p>
      <ol className="mt-1 flex flex-col gap-0.5">
        {steps.map((step) => (
          <li key={step.number}>
            {[
              t(step.reminds ? 'settings.chats.planReminder' : 'settings.chats.planQuiet', {
                minutes: step.minutes,
                number: step.number,
              }),
              step.status &&
                t('settings.chats.planStatus', {
                  status: t(`settings.chats.status.${step.status}`),
                }),
              step.ends && t('settings.chats.planEnd'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ol>
      {solved && (
        <Banner tone="caution" className="mt-2">
          {t('settings.chats.planSolved', { minutes: solved.minutes })}
        </Banner>
      )}
    </div>
  );
}
