/** Which tickets a request for a list asks for. */
import {
  presetFilters,
  type CountTicketsQuery,
  type TicketFilter,
} from '../../../contracts/views.ts';

/** One filter out of view, filter and the short forms; what is said later in the address wins. */
export function filterOf(query: CountTicketsQuery): TicketFilter {
  return {
    ...(query.view && presetFilters[query.view]),
    ...query.filter,
    ...(query.queueId && { queue: [query.queueId] }),
    ...(query.customerId && { customer: query.customerId }),
    ...(query.search && { text: query.search }),
  };
}
