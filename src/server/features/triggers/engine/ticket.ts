import type { Scope } from '../../../platform/db/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { fillVariables, findVariableValues } from '../../variables/index.ts';
import { findPlace, type Place } from '../places.store.ts';

/** The words of a text for a ticket, as plain text. */
export async function fill(scope: Scope, ticketId: string, text: string): Promise<string> {
  return fillVariables(
    text,
    (await findVariableValues(scope, { ticketId, agentId: null })) ?? {},
    'text',
  );
}

/** Where a ticket stands. Throws `not_found`. */
export async function placeOf(scope: Scope, ticketId: string): Promise<Place> {
  const place = await findPlace(scope, ticketId);
  if (!place) throw new AppError('not_found', 'The ticket is no longer there.');
  return place;
}
