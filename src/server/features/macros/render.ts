import type { MacroAction, RenderedMacro } from '../../../contracts/macros.ts';
import type { VariableValues } from '../../../contracts/variables.ts';
import type { Scope } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import { sanitiseMailHtml } from '../mail/index.ts';
import { fillVariables, findVariableValues } from '../variables/index.ts';
import { findSharedMacro } from './macros.store.ts';
import { textOfHtml, htmlOfText } from './texts.rules.ts';

/** What a macro is rendered from. */
export interface MacroSource {
  readonly chat_text: string;
  readonly mail_html: string;
  readonly actions: readonly MacroAction[];
}

export type MacroTexts = Pick<RenderedMacro, 'text' | 'html' | 'actions'>;

/**
 * The final texts of a macro for a ticket, with the words of an agent: null is whoever has the ticket.
 * A macro written for one channel only gives the other the same words. Throws `not_found`.
 */
export async function renderMacroTexts(
  scope: Scope,
  macro: MacroSource,
  speaking: { ticketId: string; agentId: string | null },
): Promise<MacroTexts> {
  const values = await findVariableValues(scope, speaking);
  if (values === null) throw notFound('ticket');
  const text = macro.chat_text || textOfHtml(macro.mail_html);
  const html = macro.mail_html || htmlOfText(macro.chat_text);
  return {
    text: fillVariables(text, values, 'text'),
    html: sanitiseMailHtml(fillVariables(html, values, 'html')).html,
    actions: macro.actions.map((act) => filled(act, values)),
  };
}

/**
 * A shared macro as a rule says it, in the words of whoever has the ticket; null when the macro has been
 * deleted or made personal. Throws `not_found` without the ticket.
 */
export async function renderMacro(
  scope: Scope,
  macroId: string,
  ticketId: string,
): Promise<MacroTexts | null> {
  const macro = await findSharedMacro(scope, macroId);
  return macro ? renderMacroTexts(scope, macro, { ticketId, agentId: null }) : null;
}

function filled(act: MacroAction, values: VariableValues): MacroAction {
  return act.kind === 'note' ? { ...act, text: fillVariables(act.text, values, 'text') } : act;
}
