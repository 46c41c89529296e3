import { useTranslation } from 'react-i18next';
import type { Telling } from '../../../contracts/incidents.ts';
import { Time } from '../../ui/time.tsx';

/** What customers of an incident were told so far, by whom, and how many it reached. */
export function ToldBefore({ tellings }: { tellings: readonly Telling[] }) {
  const { t } = useTranslation();
  if (tellings.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 font-medium">{t('incidents.telling.before')}</h3>
      <ol className="flex flex-col divide-y divide-line">
        {tellings.map((telling) => (
          <li key={telling.id} className="flex flex-col gap-1 py-2">
            <p dir="auto" className="text-start whitespace-pre-wrap wrap-anywhere">
              {telling.text}
            </p>
            <p role="status" className="flex flex-wrap gap-x-2 text-meta text-subtle">
              <span>{telling.by}</span>
              <Time at={telling.at} />
              <Reached counts={telling.counts} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reached({ counts: { waiting, told, unreached } }: Pick<Telling, 'counts'>) {
  const { t } = useTranslation();
  const total = waiting + told + unreached;
  if (waiting > 0)
    return <span>{t('incidents.telling.running', { told: told + unreached, total })}</span>;
  return (
    <>
      <span>{t('incidents.telling.told', { count: told })}</span>
      {unreached > 0 && (
        <span className="text-caution">
          {t('incidents.telling.unreached', { count: unreached })}
        </span>
      )}
    </>
  );
}
