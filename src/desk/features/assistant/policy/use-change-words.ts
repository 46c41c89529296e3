import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../../lib/format.ts';
import { useSchedules } from '../../schedules/queries.ts';
import { keyOf, useHandOverPlaces } from './places.ts';
import type { PolicyChange } from './policy-changes.rules.ts';
import { policyEn } from './policy.en.ts';

type FieldName = keyof typeof policyEn.fields;

/** A change in a sentence. */
export function useChangeWords() {
  const { t } = useTranslation();
  const valueWords = useValueWords();
  return (change: PolicyChange): string => {
    switch (change.type) {
      case 'stopped':
        return t(change.stopped ? 'policy.changeStopped' : 'policy.changeWentOn');
      case 'added':
      case 'removed':
        return t(change.type === 'added' ? 'policy.ruleAdded' : 'policy.ruleRemoved', {
          category: change.category,
          autonomy: t(`policy.autonomies.${change.rule.autonomy}.label`),
        });
      case 'value': {
        const { place, field, from, to } = change;
        const where =
          place.kind === 'part'
            ? t(`policy.parts.${place.part}`)
            : (place.category ?? t('policy.otherwise'));
        return t('policy.change', {
          where,
          field: isField(field) ? t(`policy.fields.${field}`) : field,
          from: valueWords(field, from),
          to: valueWords(field, to),
        });
      }
    }
  };
}

/** Whether a part of a policy has a name people know. */
export function isField(field: string): field is FieldName {
  return field in policyEn.fields;
}

/** Whether a number is a share, which people write as percent. */
export function isShare(field: string): boolean {
  return ['answerFrom', 'chosenFrom', 'approveBelow'].includes(field);
}

function useValueWords() {
  const { t, i18n } = useTranslation();
  const schedules = useSchedules().data ?? [];
  const places = useHandOverPlaces();
  const named = (field: string, value: string): string => {
    switch (field) {
      case 'autonomy':
        return t(`policy.autonomies.${value as 'off'}.label`);
      case 'approval':
        return t(`policy.approvalKinds.${value as 'never'}`);
      case 'vip':
      case 'participants':
        return t(`policy.gateKinds.${value as 'same'}`);
      case 'afterAgent':
        return t(`policy.afterAgentKinds.${value as 'same'}`);
      case 'decideRole':
        return t(`policy.roles.${value as 'agent'}`);
      case 'vipTiers':
        return t(`policy.tiers.${value as 'free'}`);
      case 'scheduleId':
        return schedules.find(({ id }) => id === value)?.name ?? t('policy.unknown');
      default:
        return value;
    }
  };
  const words = (field: string, value: unknown): string => {
    if (value === null || value === undefined)
      return t(field === 'handOverTo' ? 'policy.byQueues' : 'policy.always');
    if (typeof value === 'boolean') return t(value ? 'policy.yes' : 'policy.no');
    if (typeof value === 'number') {
      if (isShare(field)) return formatPercent(value, i18n.language);
      return field === 'rollOut' ? formatPercent(value / 100, i18n.language) : String(value);
    }
    if (typeof value === 'string') return named(field, value);
    if (Array.isArray(value)) {
      const list = value.map((one: unknown) =>
        isLabelled(one) ? `“${one.label}”` : named(field, String(one)),
      );
      return list.length === 0 ? t('policy.nothing') : list.join(', ');
    }
    const key = keyOf(value as Parameters<typeof keyOf>[0]);
    return places.find((place) => place.value === key)?.label ?? t('policy.unknown');
  };
  return words;
}

function isLabelled(value: unknown): value is { label: string } {
  return typeof value === 'object' && value !== null && 'label' in value;
}
