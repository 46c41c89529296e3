import { useTranslation } from 'react-i18next';
import type { BriefOrigin } from '../../../../contracts/followups.ts';
import { Time } from '../../../ui/time.tsx';

/** Who wrote the brief and why, and what was left out of it because no message bears it out. */
export function BriefOriginNote({ origin, writtenAt }: { origin: BriefOrigin; writtenAt: string }) {
  const { t } = useTranslation();
  const { dropped, rulesFields } = origin;
  const fields = rulesFields.map((name) => t(`brief.fields.${name}`)).join(', ');
  return (
    <footer className="flex flex-col gap-1 px-2 pt-2 text-meta text-subtle">
      <p className="text-assistant">
        <Author origin={origin} />, <Time at={writtenAt} />
      </p>
      {fields !== '' && <p>{t('brief.origin.rulesFields', { fields })}</p>}
      {dropped.length > 0 && (
        <details>
          <summary className="hit-area cursor-pointer rounded-small hover:text-text">
            {t('brief.origin.dropped', { count: dropped.length })}
          </summary>
          <ul className="mt-1 flex flex-col gap-1">
            {dropped.map(({ field, text, why }, index) => (
              <li key={index} className="border-s-2 border-line ps-2">
                <span className="block">{t(`brief.fields.${field}`)}</span>
                <s className="break-words">{text}</s>
                <span className="block">{t(`brief.origin.why.${why}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
}

function Author({ origin: { by, model, because } }: { origin: BriefOrigin }) {
  const { t } = useTranslation();
  if (by === 'model') return t('brief.origin.model', { model: model ?? '' });
  if (because === null) return t('brief.origin.rules');
  return t('brief.origin.rulesBecause', { because: t(`brief.origin.because.${because}`) });
}
