import { useTranslation } from 'react-i18next';
import { reasonSentence } from '../../../../contracts/assistant-decisions.ts';
import type { Figures } from '../../../../contracts/learning.ts';
import { formatNumber } from '../../../lib/format.ts';
import { ShareBar } from './share-bar.tsx';

/** Why cases were handed over, most often first, and how many were left alone. */
export function Reasons({ reasons }: { reasons: Figures['reasons'] }) {
  const { t, i18n } = useTranslation();
  const handed = reasons.filter(({ path }) => path === 'hand_over');
  const skipped = reasons
    .filter(({ path }) => path === 'skip')
    .reduce((sum, { cases }) => sum + cases, 0);
  const most = handed[0]?.cases ?? 1;
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {handed.map(({ reason, cases }) => (
          <li key={reason}>
            <p className="mb-1 flex justify-between gap-3">
              <span>{reasonSentence({ reason, detail: '' })}</span>
              <span className="text-muted tabular-nums">{formatNumber(cases, i18n.language)}</span>
            </p>
            <ShareBar share={cases / most} className="bg-assistant-solid" />
          </li>
        ))}
      </ul>
      {skipped > 0 && (
        <p className="mt-3 text-muted">{t('learning.figures.skipReasons', { count: skipped })}</p>
      )}
    </>
  );
}
