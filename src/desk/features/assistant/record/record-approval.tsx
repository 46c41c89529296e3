import { useTranslation } from 'react-i18next';
import type { TurnApproval } from '../../../../contracts/assistant-decisions.ts';
import { formatAbsolute } from '../../../lib/format.ts';
import { Section } from '../../../shell/page.tsx';

/** Who was asked about a turn, what each of them said, and when. */
export function RecordApproval({ approval }: { approval: TurnApproval }) {
  const { t, i18n } = useTranslation();
  const at = (instant: string) => formatAbsolute(Date.parse(instant), i18n.language);
  const { askedAt, deadlineAt, fourEyes, firstBy, isChanged } = approval;
  const asked = { at: at(askedAt), until: at(deadlineAt) };
  return (
    <Section title={t('record.approval.title')}>
      <ul className="flex flex-col gap-1">
        <li>{t(fourEyes ? 'record.approval.askedTwo' : 'record.approval.asked', asked)}</li>
        {firstBy !== null && <li>{t('record.approval.first', { name: firstBy })}</li>}
        <li className="wrap-anywhere">{useEnd(approval, at)}</li>
        {isChanged && <li>{t('record.approval.changed')}</li>}
      </ul>
    </Section>
  );
}

function useEnd(
  { state, decidedBy, decidedAt, reason }: TurnApproval,
  at: (instant: string) => string,
): string {
  const { t } = useTranslation();
  if (decidedAt === null) return t('record.approval.waiting');
  const name = decidedBy ?? t('record.approval.somebody');
  // With a reason it was withdrawn; without, its time ran out.
  if (state === 'expired' && reason !== '')
    return t('record.approval.over', { at: at(decidedAt), reason });
  return t(`record.approval.${state}`, { name, at: at(decidedAt), reason });
}
