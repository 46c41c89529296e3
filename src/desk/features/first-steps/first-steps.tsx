import { CircleCheck, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { StepAct } from './step-act.tsx';
import { useFirstSteps, type Step } from './use-first-steps.ts';

/** What to do first in a workspace that has just begun, each with the way there; what else is given once all is done. */
export function FirstSteps({ otherwise }: { otherwise: ReactNode }) {
  const { t } = useTranslation();
  const { steps, isDemo, hide } = useFirstSteps();
  if (steps.length === 0) return otherwise;
  return (
    <section
      aria-labelledby="first-steps"
      className="mx-auto flex h-full w-full max-w-xl flex-col justify-center overflow-y-auto px-6 py-8"
    >
      <h2 id="first-steps" className="text-title font-semibold">
        {t(isDemo ? 'firstSteps.demoTitle' : 'firstSteps.title')}
      </h2>
      <p className="mb-4 text-muted">{t(isDemo ? 'firstSteps.demoLead' : 'firstSteps.lead')}</p>
      <ol className="border-t border-line">
        {steps.map((step) => (
          <StepRow key={step.key} step={step} />
        ))}
      </ol>
      <Button variant="ghost" size="sm" onClick={hide} className="-ms-2 mt-3 self-start">
        {t('firstSteps.hide')}
      </Button>
    </section>
  );
}

function StepRow({ step: { key, done } }: { step: Step }) {
  const { t } = useTranslation();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-3">
      {done ? (
        <CircleCheck role="img" aria-label={t('firstSteps.done')} className="text-positive" />
      ) : (
        <Circle aria-hidden className="text-subtle" />
      )}
      <div className="min-w-48 flex-1">
        <p className={done ? 'text-muted' : 'font-medium'}>{t(`firstSteps.${key}.title`)}</p>
        <p className="text-meta text-muted">{t(`firstSteps.${key}.lead`)}</p>
      </div>
      <StepAct step={key} done={done} />
    </li>
  );
}
