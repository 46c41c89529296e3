import { useTranslation } from 'react-i18next';
import type { AnswerDecision, KnowledgeAnswer } from '../../../../contracts/answers.ts';
import { formatPercent } from '../../../lib/format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { Tone } from '../../../ui/tones.ts';

/** What would be decided, how sure Segue is, and what that rests on, strongest first. */
export function Confidence({
  answer: { confidence, answerFrom, decision, parts },
}: {
  answer: KnowledgeAnswer;
}) {
  const { t, i18n } = useTranslation();
  const told = parts.filter(({ effect }) => Math.abs(effect) >= 0.05);
  return (
    <div className="flex flex-col gap-3">
      <Badge tone={TONES[decision]} dot className="self-start">
        {t(`asking.decisions.${decision}`)}
      </Badge>
      <div className="max-w-md">
        <ProgressBar
          value={confidence}
          label={t('asking.confidence')}
          tone={answerFrom !== null && confidence >= answerFrom ? 'positive' : 'caution'}
        />
        <p className="mt-1 text-meta text-muted">
          {t(answerFrom === null ? 'asking.confidenceOff' : 'asking.confidenceOf', {
            value: formatPercent(confidence, i18n.language),
            from: formatPercent(answerFrom ?? 1, i18n.language),
          })}
        </p>
      </div>
      {told.length > 0 && (
        <div>
          <h3 className="mb-1 text-meta text-muted">{t('asking.because')}</h3>
          <ul className="flex flex-col gap-1">
            {told.map(({ name, effect }) => (
              <li key={name} className="flex flex-wrap items-baseline gap-x-2">
                <span className="min-w-0">{t(`asking.parts.${partOf(name)}`)}</span>
                <span className={effect > 0 ? 'text-meta text-positive' : 'text-meta text-caution'}>
                  {t(effect > 0 ? 'asking.raises' : 'asking.lowers')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const TONES: Record<AnswerDecision, Tone> = {
  answer: 'positive',
  ask: 'caution',
  hand_over: 'neutral',
};

const KNOWN = [
  'chance',
  'chance_of_part',
  'passage_part',
  'known_lead',
  'sense_passage',
  'passage_missed',
  'wants_act',
  'wants_thing',
  'takes_leave',
  'asks_nothing',
] as const;

function partOf(name: string): (typeof KNOWN)[number] | 'other' {
  return KNOWN.find((known) => known === name) ?? 'other';
}
