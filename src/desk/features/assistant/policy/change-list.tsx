import { useTranslation } from 'react-i18next';
import type { AssistantPolicy } from '../../../../contracts/assistant.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { changesOf } from './policy-changes.rules.ts';
import { effectOf } from './policy-effect.rules.ts';
import { useLastTurns } from './queries.ts';
import { useChangeWords } from './use-change-words.ts';

/** What is different between two policies, a sentence each. */
export function ChangeList({ from, to }: { from: AssistantPolicy; to: AssistantPolicy }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const changes = changesOf(from, to);
  if (changes.length === 0) return <p className="text-muted">{t('policy.noChanges')}</p>;
  return (
    <ul className="flex list-disc flex-col gap-0.5 ps-5">
      {changes.map((change, at) => (
        <li key={at} className="wrap-anywhere">
          {words(change)}
        </li>
      ))}
    </ul>
  );
}

const EFFECTS = ['otherAutonomy', 'noMore', 'nowAnswered', 'nowWaiting', 'noMoreWaiting'] as const;

/** What the other policy would have made of the last turns. */
export function EffectList({ from, to }: { from: AssistantPolicy; to: AssistantPolicy }) {
  const { t } = useTranslation();
  const turns = useLastTurns();
  if (turns.isError) return null;
  if (!turns.data) return <SkeletonRows rows={2} disc={false} />;
  const { looked, ...counts } = effectOf(from, to, turns.data);
  const shown = EFFECTS.filter((name) => counts[name] > 0);
  if (looked === 0) return <p className="text-muted">{t('policy.noTurns')}</p>;
  if (shown.length === 0)
    return <p className="text-muted">{t('policy.noEffect', { count: looked })}</p>;
  return (
    <div>
      <p className="font-medium">{t('policy.effect', { count: looked })}</p>
      <ul className="flex list-disc flex-col gap-0.5 ps-5">
        {shown.map((name) => (
          <li key={name}>{t(`policy.effects.${name}`, { count: counts[name] })}</li>
        ))}
      </ul>
    </div>
  );
}
