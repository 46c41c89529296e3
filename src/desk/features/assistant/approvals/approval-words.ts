import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../../contracts/approvals.ts';
import type { ApprovalState } from '../../../../contracts/assistant-decisions.ts';
import type { Tone } from '../../../ui/tones.ts';

/** The colour of what came of an approval. */
export const APPROVAL_TONES: Record<ApprovalState, Tone> = {
  waiting: 'caution',
  approved: 'positive',
  rejected: 'critical',
  expired: 'neutral',
  taken_over: 'info',
};

/** What a customer is called; null where neither name nor address is known. */
export function nameOf({ name, email }: Approval['customer']): string | null {
  return name ?? email;
}

/** How it was decided and by whom, in a sentence; nothing while it waits. */
export function useVerdictWords() {
  const { t } = useTranslation();
  return ({ state, decidedBy, edited, reason }: Approval): string => {
    if (state === 'waiting') return '';
    // With a reason it was withdrawn; without, its time ran out.
    if (state === 'expired' && reason !== '') return t('approvals.decided.withdrawn');
    const words = t(`approvals.decided.${state}`, { name: decidedBy ?? t('approvals.someone') });
    return edited !== null && state === 'approved' ? `${words}, ${t('approvals.changed')}` : words;
  };
}
