import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DeclineOffer } from '../../../contracts/routing.ts';
import { isApiProblem } from '../../lib/api-problem.ts';
import { useToast } from '../../ui/toast.tsx';
import { useAcceptOffer, useDeclineOffer } from './queries.ts';

/** The two answers to an offer, and which is on its way. */
export type OfferAnswer = {
  busy: 'accept' | 'decline' | null;
  accept: () => void;
  decline: (why: DeclineOffer) => void;
};

/** Answers an offer: accepting opens the ticket; an offer that is gone is told plainly. */
export function useOfferAnswer(id: string): OfferAnswer {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const accepting = useAcceptOffer();
  const declining = useDeclineOffer();
  const onError = (error: Error) => {
    const gone = isApiProblem(error, 'offer_gone');
    toast.show({
      title: gone ? t('offers.gone') : t('offers.failed'),
      detail: error.message,
      tone: gone ? 'neutral' : 'critical',
    });
  };
  const open = (ticketId: string) =>
    void navigate({ to: '/inbox/$ticketId', params: { ticketId }, search: { view: 'mine' } });
  return {
    busy: accepting.isPending ? 'accept' : declining.isPending ? 'decline' : null,
    // By promises, because the card may be gone when the answer comes.
    accept: () => void accepting.mutateAsync(id).then(({ ticketId }) => open(ticketId), onError),
    decline: (why) =>
      void declining
        .mutateAsync({ id, ...why })
        .then(() => toast.show({ title: t('offers.declined') }), onError),
  };
}
