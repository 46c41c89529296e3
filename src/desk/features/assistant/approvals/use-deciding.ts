import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Approval, DecideApproval } from '../../../../contracts/approvals.ts';
import { isApiProblem } from '../../../lib/api-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import { nameOf } from './approval-words.ts';
import { useDecideApproval } from './queries.ts';

export type Deciding = ReturnType<typeof useDeciding>;

/** The acts on an approval, said when they are done; `problem` says why one was not. */
export function useDeciding(approval: Approval, onDecided: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const { mutate, isPending, variables, error, reset } = useDecideApproval(approval);
  const name = nameOf(approval.customer) ?? t('approvals.someone');
  const decide = (body: DecideApproval) =>
    mutate(body, {
      onSuccess: ({ state }) => {
        const isForAll = body.act === 'approve' && body.alike === true;
        const done =
          body.act === 'approve' && state === 'waiting' ? 'first' : isForAll ? 'alike' : body.act;
        toast.show({ title: t(`approvals.done.${done}`, { name }), tone: 'positive' });
        if (body.act === 'take_over')
          void navigate({
            to: '/inbox/$ticketId',
            params: { ticketId: approval.decision.ticketId },
          });
        else onDecided();
      },
    });
  const problem = error && {
    title: t(isApiProblem(error, 'approval_settled') ? 'approvals.conflict' : 'approvals.failed'),
    detail: error.message,
  };
  return {
    approve: () => decide({ act: 'approve' }),
    approveAlike: () => decide({ act: 'approve', alike: true }),
    approveAs: (text: string) => decide({ act: 'approve', text }),
    reject: (reason: string) => decide({ act: 'reject', reason }),
    takeOver: () => decide({ act: 'take_over' }),
    /** The act that is on its way. */
    act: isPending ? variables.act : null,
    isPending,
    problem,
    forget: reset,
  };
}
