import type { Macro, MacroAction, RenderedMacro, SaveMacro } from '../../../contracts/macros.ts';
import type { FieldProblem } from '../../../contracts/problems.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { sanitiseMailHtml } from '../mail/index.ts';
import { problemsOfVariables } from '../variables/index.ts';
import type { ActApplier } from './acts.ts';
import {
  countUse,
  deleteMacro,
  findMacro,
  hasAgent,
  hasGroup,
  insertMacro,
  listMacros,
  updateMacro,
  type MacroRow,
} from './macros.store.ts';
import { renderMacroTexts } from './render.ts';

/** The member who asks, and whether the shared macros are theirs to write. */
export interface MacroActor {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly mayWriteShared: boolean;
}

export interface MacroDeps extends Core {
  readonly applyActs: ActApplier;
}

export type MacroService = ReturnType<typeof createMacroService>;

/** Macros: found, written, put into tickets. Names are unique on each list: `name_taken`. */
export function createMacroService(deps: MacroDeps) {
  const { database, clock, ids } = deps;

  return {
    async list(actor: MacroActor): Promise<Macro[]> {
      const rows = await database.inWorkspace(actor.workspaceId, (scope) =>
        listMacros(scope, actor.memberId),
      );
      return rows.map((row) => viewOf(row, actor));
    },

    create: (actor: MacroActor, macro: SaveMacro): Promise<Macro> =>
      writing(actor, macro, async (scope) => {
        assertMayWrite(actor, macro.shared);
        const content = await contentOf(scope, actor, macro);
        const id = ids.next();
        await insertMacro(scope, { ...content, id, at: clock.now() });
        return id;
      }),

    /** Changes a macro; making a shared one personal makes it one's own. */
    change: (actor: MacroActor, id: string, macro: SaveMacro): Promise<Macro> =>
      writing(actor, macro, async (scope) => {
        const known = await getOwn(scope, actor, id);
        assertMayWrite(actor, macro.shared || known.member_id === null);
        const content = await contentOf(scope, actor, macro);
        await updateMacro(scope, { ...content, id, at: clock.now() });
        return id;
      }),

    async remove(actor: MacroActor, id: string): Promise<void> {
      await database.inWorkspace(actor.workspaceId, async (scope) => {
        const known = await getOwn(scope, actor, id);
        assertMayWrite(actor, known.member_id === null);
        await deleteMacro(scope, id);
      });
    },

    /** The final texts of a macro for a ticket; counts as used. */
    async use(actor: MacroActor, ticketId: string, macroId: string): Promise<RenderedMacro> {
      const { memberId } = actor;
      return database.inWorkspace(actor.workspaceId, async (scope) => {
        const macro = await getOwn(scope, actor, macroId);
        const rendered = await renderMacroTexts(scope, macro, { ticketId, agentId: memberId });
        await countUse(scope, { macroId, memberId, at: clock.now() });
        return { id: macro.id, name: macro.name, ...rendered };
      });
    },

    /** Does acts of macros now, without a message. */
    async apply(
      actor: MacroActor,
      ticketId: string,
      wanted: { actions: readonly MacroAction[]; macroIds: readonly string[] },
    ): Promise<void> {
      await database.inWorkspace(actor.workspaceId, (scope) =>
        deps.applyActs(scope, { ticketId, ...wanted, memberId: actor.memberId }),
      );
    },
  };

  /** One transaction; the macro that `write` names, read again. */
  function writing(
    actor: MacroActor,
    { name }: SaveMacro,
    write: (scope: Scope) => Promise<string>,
  ): Promise<Macro> {
    return tellingViolations({ what: 'macro', name }, () =>
      database.inWorkspace(actor.workspaceId, async (scope) =>
        viewOf(await getOwn(scope, actor, await write(scope)), actor),
      ),
    );
  }

  async function contentOf(scope: Scope, actor: MacroActor, macro: SaveMacro) {
    const memberId = macro.shared ? null : actor.memberId;
    const mailHtml = sanitiseMailHtml(macro.mailHtml).html;
    const problems = [
      ...problemsOfTexts({ ...macro, mailHtml }),
      ...(await problemsOfTargets(scope, macro.actions)),
    ];
    if (problems.length > 0) {
      const paths = [...new Set(problems.map(({ path }) => path))];
      throw new AppError('request_invalid', `Check ${paths.join(', ')}.`, { fields: problems });
    }
    return { ...macro, memberId, mailHtml };
  }
}

async function getOwn(scope: Scope, actor: MacroActor, id: string): Promise<MacroRow> {
  const row = await findMacro(scope, id, actor.memberId);
  if (!row) throw notFound('macro');
  return row;
}

function assertMayWrite(actor: MacroActor, shared: boolean): void {
  if (!shared || actor.mayWriteShared) return;
  throw new AppError('permission_denied', 'Shared macros are written by supervisors.');
}

function problemsOfTexts(macro: Pick<SaveMacro, 'chatText' | 'mailHtml' | 'actions'>) {
  const note = macro.actions.findIndex(({ kind }) => kind === 'note');
  const act = macro.actions[note];
  const texts: [path: string, text: string][] = [
    ['chatText', macro.chatText],
    ['mailHtml', macro.mailHtml],
    [`actions.${note}.text`, act?.kind === 'note' ? act.text : ''],
  ];
  return texts.flatMap(([path, text]) => problemsOfVariables(path, text));
}

async function problemsOfTargets(
  scope: Scope,
  actions: readonly MacroAction[],
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [index, act] of actions.entries()) {
    const path = `actions.${index}`;
    if (act.kind === 'group' && act.groupId !== null && !(await hasGroup(scope, act.groupId)))
      problems.push({ path: `${path}.groupId`, message: 'names no group of this workspace' });
    if (act.kind === 'assign_agent' && !(await hasAgent(scope, act.agentId)))
      problems.push({ path: `${path}.agentId`, message: 'names nobody who works here' });
  }
  const assigns = actions.filter(({ kind }) => kind === 'assign' || kind === 'assign_agent');
  if (assigns.length > 1) problems.push({ path: 'actions', message: 'assign it to two people' });
  return problems;
}

function viewOf(row: MacroRow, actor: MacroActor): Macro {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    folder: row.folder,
    shared: row.member_id === null,
    chatText: row.chat_text,
    mailHtml: row.mail_html,
    actions: row.actions,
    mayEdit: row.member_id !== null || actor.mayWriteShared,
    uses: row.uses,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
