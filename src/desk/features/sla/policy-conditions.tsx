import { useTranslation } from 'react-i18next';
import type { SlaConditions } from '../../../contracts/sla.ts';
import { Choices } from '../team/choices.tsx';
import { useConditionLists } from '../team/use-condition-lists.ts';

/** For which tickets a policy is. Nothing chosen of a kind means it does not matter. */
export function PolicyConditions({
  conditions,
  onChange,
}: {
  conditions: SlaConditions;
  onChange: (conditions: SlaConditions) => void;
}) {
  const { t } = useTranslation();
  const lists = useConditionLists(conditions);
  const set = (kind: keyof SlaConditions, chosen: string[]) => {
    const { [kind]: _before, ...others } = conditions;
    onChange(chosen.length === 0 ? others : { ...others, [kind]: chosen });
  };
  return (
    <details className="rounded-control border border-line p-3" open>
      <summary className="cursor-pointer font-medium">{t('sla.settings.conditions')}</summary>
      <p className="my-2 text-meta text-subtle">{t('sla.settings.conditionsLead')}</p>
      <div className="flex flex-col gap-3">
        {lists.map(({ kind, options }) => (
          <Choices
            key={kind}
            legend={t(`sla.settings.kinds.${kind}`)}
            options={options}
            chosen={conditions[kind] ?? []}
            onChange={(chosen) => set(kind, chosen)}
          />
        ))}
      </div>
    </details>
  );
}
