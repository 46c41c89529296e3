import { useTranslation } from 'react-i18next';
import type { CategoryPolicy } from '../../../../contracts/assistant.ts';
import { useAgents } from '../../presence/queries.ts';
import { useQueues } from '../../team/queue-queries.ts';
import { useGroups } from '../../ticket/queries.ts';

type HandOver = NonNullable<CategoryPolicy['handOverTo']>;

/** Everybody and everything a case can be handed to, as choices. */
export function useHandOverPlaces() {
  const { t } = useTranslation();
  const lists = {
    group: useGroups().data ?? [],
    queue: useQueues().data ?? [],
    agent: useAgents().data ?? [],
  };
  const kinds = ['group', 'queue', 'agent'] as const;
  return kinds.flatMap((kind) =>
    lists[kind].map(({ id, name }) => ({
      value: keyOf({ kind, id }),
      place: { kind, id },
      label: t('policy.handOverOne', { kind: t(`policy.handOverKinds.${kind}`), name }),
    })),
  );
}

/** A place as the value of a choice. */
export function keyOf({ kind, id }: HandOver): string {
  return `${kind}:${id}`;
}
