import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../../contracts/approvals.ts';
import { roles } from '../../../../contracts/permissions.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Time } from '../../../ui/time.tsx';
import { useSignedIn } from '../../session-gate/queries.ts';
import { APPROVAL_TONES, useVerdictWords } from './approval-words.ts';
import type { Deciding } from './use-deciding.ts';

/** What stands in the way or has happened: a conflict, a decision, the second person, a higher role. */
export function ApprovalNotes({ approval, deciding }: { approval: Approval; deciding: Deciding }) {
  const { t } = useTranslation();
  const verdict = useVerdictWords();
  const { state, decidedAt, reason } = approval;
  const { problem } = deciding;
  return (
    <>
      {problem && (
        <Banner tone="critical" onDismiss={deciding.forget}>
          <span className="font-medium">{problem.title}.</span> {problem.detail}
        </Banner>
      )}
      {state === 'waiting' ? (
        <SecondPerson approval={approval} />
      ) : (
        <Banner tone={APPROVAL_TONES[state]}>
          {verdict(approval)}{' '}
          {decidedAt !== null && <Time at={decidedAt} className="text-meta text-muted" />}
          {reason !== '' && (
            <span className="block text-muted wrap-anywhere">
              {t('approvals.decidedReason', { reason })}
            </span>
          )}
        </Banner>
      )}
    </>
  );
}

function SecondPerson({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const { role } = useSignedIn();
  const { firstBy, fourEyes, mayDecide, decideRole, edited } = approval;
  const isHighEnough = roles.indexOf(role) >= roles.indexOf(decideRole);
  if (fourEyes && firstBy !== null) {
    if (!mayDecide && isHighEnough) return <Banner tone="info">{t('approvals.firstIsYou')}</Banner>;
    return (
      <Banner tone="caution">
        {t(edited === null ? 'approvals.firstBy' : 'approvals.firstByChanged', { name: firstBy })}
      </Banner>
    );
  }
  if (!isHighEnough)
    return (
      <Banner tone="neutral">
        {t('approvals.notYours', { role: t(`approvals.roles.${decideRole}`) })}
      </Banner>
    );
  return fourEyes ? <Banner tone="info">{t('approvals.twoNeeded')}</Banner> : null;
}
