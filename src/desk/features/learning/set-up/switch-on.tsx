import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Replay, StartCategory } from '../../../../contracts/learning.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { Field } from '../../../ui/field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useStartCategory } from '../queries.ts';
import { useFailure } from '../use-failure.ts';

const UNKNOWN = 0.9;

/** Switches the assistant on for the category, as far as a person dares. */
export function SwitchOn({ replay: { id, category, recommended } }: { replay: Replay }) {
  const { t, i18n } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const onError = useFailure();
  const start = useStartCategory();
  const [percent, setPercent] = useState(Math.round((recommended?.threshold ?? UNKNOWN) * 100));
  const valid = percent >= 0 && percent <= 100;
  const act = (autonomy: StartCategory['autonomy']) =>
    start.mutate(
      { id, autonomy, answerFrom: percent / 100 },
      {
        onError,
        onSuccess: () => {
          const set = t(`learning.setUp.autonomies.${autonomy}`).toLowerCase();
          toast.show({
            title: t('learning.setUp.started', { category, autonomy: set }),
            tone: 'positive',
          });
          void navigate({ to: '/assistant/set-up' });
        },
      },
    );
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('learning.setUp.from')} className="w-32">
        <NumberField value={percent} onNumberChange={setPercent} end={t('policy.units.percent')} />
      </Field>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(14rem,1fr))] gap-4">
        {(['shadow', 'draft', 'auto'] as const).map((autonomy) => (
          <li key={autonomy} className="flex flex-col items-start gap-1.5">
            {autonomy === 'auto' ? (
              <ConfirmButton disabled={!valid || start.isPending} onConfirm={() => act('auto')}>
                {t('learning.setUp.asAuto', {
                  value: valid ? formatPercent(percent / 100, i18n.language) : '–',
                })}
              </ConfirmButton>
            ) : (
              <Button
                variant={autonomy === 'shadow' ? 'primary' : 'secondary'}
                disabled={!valid || start.isPending}
                onClick={() => act(autonomy)}
              >
                {t(autonomy === 'shadow' ? 'learning.setUp.asShadow' : 'learning.setUp.asDraft')}
              </Button>
            )}
            <span className="text-meta text-subtle">{t(`learning.setUp.hints.${autonomy}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
