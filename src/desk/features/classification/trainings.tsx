import { useTranslation } from 'react-i18next';
import type { CategoryTraining } from '../../../contracts/classification.ts';
import { formatPercent } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAnswerTraining, useGoBack, useTrainings } from './queries.ts';

/** How the category model came about; a better one waits here for somebody to agree. */
export function Trainings() {
  const { t } = useTranslation();
  const { data } = useTrainings();
  if (!data) return null;
  const { trainings, learning } = data;
  if (trainings.length === 0 && !learning) {
    return <p className="text-muted">{t('classification.settings.noModel')}</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      {learning && (
        <p role="status" className="text-muted">
          {t('classification.settings.learning')}
        </p>
      )}
      <ol className="flex max-w-xl flex-col divide-y divide-line">
        {trainings.slice(0, 10).map((training) => (
          <li key={training.version} className="flex flex-col gap-2 py-2">
            <Training training={training} />
            {training.standing === 'proposed' && <Proposal version={training.version} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Training({ training }: { training: CategoryTraining }) {
  const { t, i18n } = useTranslation();
  const { version, categories, examples, accuracy, verdict, judged, restores, standing, at } =
    training;
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
        {restores === null
          ? t(`classification.settings.verdicts.${verdict}`)
          : t('classification.settings.restored', { version: restores })}
      </span>
      {standing === 'used' && <Badge tone="positive">{t('classification.settings.inUse')}</Badge>}
      <span className="ms-auto text-meta text-subtle">
        <Time at={at} />
      </span>
      {standing === 'kept' && <GoBack version={version} />}
    </div>
  );
}

function GoBack({ version }: { version: number }) {
  const { t } = useTranslation();
  const toast = useToast();
  const goBack = useGoBack();
  const act = () =>
    goBack.mutate(version, {
      onSuccess: () => toast.show({ title: t('classification.settings.wentBack', { version }) }),
      onError: ({ message }) =>
        toast.show({
          title: t('classification.settings.notAnswered'),
          detail: message,
          tone: 'critical',
        }),
    });
  return (
    <Button size="sm" loading={goBack.isPending} onClick={act}>
      {t('classification.settings.goBack')}
    </Button>
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
