import { searchQuerySchema, searchResultsSchema } from '../../../contracts/search.ts';
import { callerOf } from '../../platform/http/access.ts';
import type { HttpApp } from '../../platform/http/app.ts';
import type { SearchService } from './search.service.ts';

/** The search of the top bar and its page of results. */
export function searchRoutes(app: HttpApp, search: SearchService): void {
  app.get(
    '/api/search',
    {
      config: { access: 'ticket:read' },
      schema: { querystring: searchQuerySchema, response: { 200: searchResultsSchema } },
    },
    (request) => {
      const { q, limit, offset } = request.query;
      return search.search(callerOf(request), q, { limit, offset });
    },
  );
}
