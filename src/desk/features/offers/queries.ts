import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { doneSchema, idSchema } from '../../../contracts/common.ts';
import { offersSchema, type DeclineOffer, type Offer } from '../../../contracts/routing.ts';
import { useApi } from '../../lib/api-context.ts';
import { path } from '../../lib/api.ts';
import { useClock } from '../../lib/clock.tsx';
import { queryKeys } from '../query-keys.ts';

/** An offer with its end on this browser's clock: the server's time when it was read sets the two apart. */
export type TimedOffer = Offer & { endsAtMs: number; totalMs: number };

const ANSWER = ['offer-answer'];

/** Offers that were answered in this window of late: what is gone by an answer was not missed. */
export function answeredOffers(client: QueryClient): Set<string> {
  const answers = client.getMutationCache().findAll({ mutationKey: ANSWER });
  return new Set(
    answers.map(({ state }) => {
      const told = state.variables as string | { id: string };
      return typeof told === 'string' ? told : told.id;
    }),
  );
}

/** Work offered to me and not yet answered. */
export function useOffers() {
  const api = useApi();
  const clock = useClock();
  return useQuery({
    queryKey: queryKeys.offers,
    queryFn: async ({ signal }): Promise<TimedOffer[]> => {
      const { offers } = await api.request({ path: '/api/offers', response: offersSchema, signal });
      return offers.map((offer) => timed(offer, clock.now()));
    },
    // Offers end by themselves: a missed change must not leave one standing.
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > 0 ? 5_000 : 30_000),
  });
}

function timed(offer: Offer, nowMs: number): TimedOffer {
  const aheadMs = nowMs - Date.parse(offer.serverTime);
  const expiresMs = Date.parse(offer.expiresAt);
  return {
    ...offer,
    endsAtMs: expiresMs + aheadMs,
    totalMs: expiresMs - Date.parse(offer.offeredAt),
  };
}

/** Takes offered work; answers with its ticket. */
export function useAcceptOffer() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ANSWER,
    mutationFn: (id: string) =>
      api.request({
        method: 'POST',
        path: path`/api/offers/${id}/accept`,
        body: {},
        response: z.object({ ticketId: idSchema }),
      }),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.offers }),
  });
}

/** Lets offered work go, with the reason. */
export function useDeclineOffer() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationKey: ANSWER,
    mutationFn: ({ id, ...body }: { id: string } & DeclineOffer) =>
      api.request({
        method: 'POST',
        path: path`/api/offers/${id}/decline`,
        body,
        response: doneSchema,
      }),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.offers }),
  });
}
