import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../../contracts/learning.ts';
import { formatNumber, formatPercent } from '../../../lib/format.ts';
import { ShareBar } from './share-bar.tsx';

const KINDS = [
  { key: 'confirmed', look: 'bg-positive-solid' },
  { key: 'assumed', look: 'bg-assistant-solid' },
  { key: 'reopened', look: 'bg-critical-solid' },
  { key: 'open', look: 'bg-line-strong' },
] as const;

/** What became of the answers that customers got: three numbers that are never added up. */
export function Resolution({ figures: { resolution, flow } }: { figures: Figures }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="flex flex-col gap-3">
      {KINDS.map(({ key, look }) => {
        const share = flow.sent === 0 ? 0 : resolution[key] / flow.sent;
        return (
          <li key={key}>
            <p className="mb-1 flex justify-between gap-3">
              <span>{t(`learning.figures.resolutions.${key}`)}</span>
              <span className="shrink-0 tabular-nums">
                <span className="font-medium">{formatPercent(share, i18n.language)}</span>{' '}
                <span className="text-subtle">{formatNumber(resolution[key], i18n.language)}</span>
              </span>
            </p>
            <ShareBar share={share} className={look} />
          </li>
        );
      })}
    </ul>
  );
}
