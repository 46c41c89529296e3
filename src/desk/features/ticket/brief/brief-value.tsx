import { useTranslation } from 'react-i18next';
import type { Brief, BriefFieldName, BriefUrgency } from '../../../../contracts/briefs.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { SENTIMENT_TONE, type Tone } from '../../../ui/tones.ts';
import type { ListField } from './brief.rules.ts';

const URGENCY_TONE: Record<BriefUrgency, Tone> = {
  low: 'neutral',
  normal: 'neutral',
  high: 'caution',
  urgent: 'critical',
};

/** A field's value as people read it. */
export function BriefValue({
  name,
  fields,
}: {
  name: Exclude<BriefFieldName, ListField>;
  fields: Brief;
}) {
  const { t, i18n } = useTranslation();
  switch (name) {
    case 'urgency':
      return (
        <Badge tone={URGENCY_TONE[fields.urgency.value]}>
          {t(`brief.urgency.${fields.urgency.value}`)}
        </Badge>
      );
    case 'sentiment':
      return (
        <Badge tone={SENTIMENT_TONE[fields.sentiment.value]}>
          {t(`brief.sentiment.${fields.sentiment.value}`)}
        </Badge>
      );
    case 'language':
      return (
        <p>
          {new Intl.DisplayNames([i18n.language], { type: 'language' }).of(fields.language.value) ??
            fields.language.value}
        </p>
      );
    case 'skills':
      return fields.skills.value.length === 0 ? (
        <p className="text-subtle">{t('brief.nothing')}</p>
      ) : (
        <div className="flex flex-wrap gap-1">
          {fields.skills.value.map((skill) => (
            <Chip key={skill} label={skill} />
          ))}
        </div>
      );
    case 'category':
      return (
        <p className={fields.category.value ? '' : 'text-subtle'}>
          {fields.category.value ?? t('ticket.field.noCategory')}
        </p>
      );
    case 'summary':
    case 'problem':
    case 'nextStep':
      return (
        <p
          dir="auto"
          className={
            name === 'nextStep'
              ? 'text-start font-medium wrap-anywhere'
              : 'text-start wrap-anywhere'
          }
        >
          {fields[name].value}
        </p>
      );
  }
}
