import type { Api, ApiAnswer } from './api.ts';

/** Changes a ticket as the desk does: where the router or a brief was faster, reads it again and repeats the change. */
export async function changeTicket(api: Api, id: string, changes: object): Promise<ApiAnswer> {
  for (let tries = 1; ; tries += 1) {
    const { version } = (await api.get(`/api/tickets/${id}`)).body;
    const answer = await api.patch(`/api/tickets/${id}`, { version, ...changes });
    if (answer.body.code !== 'ticket_version_conflict' || tries === 10) return answer;
  }
}
