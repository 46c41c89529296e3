import { useTranslation } from 'react-i18next';
import type { CategoryTraining } from '../../../contracts/classification.ts';
import { formatPercent } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAnswerTraining, useTrainings } from './queries.ts';

/** How the category model came about; a better one waits here for somebody to agree. */
export function Trainings() {
  const { t } = useTranslation();
  const { data: trainings } = useTrainings();
  if (!trainings) return null;
  if (trainings.length === 0) {
    return <p className="text-muted">{t('classification.settings.noModel')}</p>;
  }
  return (
    <ol className="flex max-w-xl flex-col divide-y divide-line">
      {trainings.slice(0, 10).map((training) => (
        <li key={training.version} className="flex flex-col gap-2 py-2">
          <Training training={training} />
          {training.verdict === 'proposed' && <Proposal version={training.version} />}
        </li>
      ))}
    </ol>
  );
}

function Training({ training }: { training: CategoryTraining }) {
  const { t, i18n } = useTranslation();
  const { version, categories, examples, accuracy, verdict, judged, at } = training;
  const percent = (share: number) => formatPercent(share, i18n.language);
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-medium">{t('classification.settings.version', { version })}</span>
      <span className="text-muted">
        {t('classification.settings.learned', { examples, categories })}
      </span>
      <span className="text-muted">
        {judged !== null && judged.cases > 0
          ? t('classification.settings.judged', {
              count: judged.cases,
              champion: percent(judged.champion),
              challenger: percent(judged.challenger),
            })
          : accuracy !== null &&
            t('classification.settings.accuracy', { percent: percent(accuracy) })}
      </span>
      <span className="text-meta text-subtle">
        {t(`classification.settings.verdicts.${verdict}`)}
      </span>
      <span className="ms-auto text-meta text-subtle">
        <Time at={at} />
      </span>
    </div>
  );
}

function Proposal({ version }: { version: number }) {
  const { t } = useTranslation();
  const toast = useToast();
  const answer = useAnswerTraining();
  const say = (agrees: boolean) =>
    answer.mutate(
      { version, agrees },
      {
        onError: ({ message }) =>
          toast.show({
            title: t('classification.settings.notAnswered'),
            detail: message,
            tone: 'critical',
          }),
      },
    );
  return (
    <div className="flex gap-2">
      <Button size="sm" variant="primary" loading={answer.isPending} onClick={() => say(true)}>
        {t('classification.settings.agree')}
      </Button>
      <Button size="sm" disabled={answer.isPending} onClick={() => say(false)}>
        {t('classification.settings.decline')}
      </Button>
    </div>
  );
}
