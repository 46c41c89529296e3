import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageChannel } from '../../../../contracts/conversations.ts';
import type { MacroAction } from '../../../../contracts/macros.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { useApi } from '../../../lib/api-context.ts';
import type { MacroOption } from '../../../ui/macro-list.tsx';
import type { ComposerHandle } from '../../../ui/rich-composer.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { actsFor, mergeActs, NO_ACTS, type StagedActs } from '../../macros/acts.rules.ts';
import { macrosQuery, useApplyActs, useRenderMacro } from '../../macros/queries.ts';
import { searchMacros, textOfMacro } from '../../macros/search.rules.ts';
import { useActWords } from '../../macros/use-act-words.ts';
import { recallActs, rememberActs } from './acts-storage.ts';

/** As many as a person reads through; a longer word finds the rest. */
const MOST_LISTED = 40;

type MacroOptions = { channel: MessageChannel; editor: RefObject<ComposerHandle | null> };

/** Macros in the composer: found by a word after the slash, their text put at the caret, their acts kept for the next message. */
export function useMacrosOf(ticket: Ticket, { channel, editor }: MacroOptions) {
  const { t } = useTranslation();
  const toast = useToast();
  const render = useRenderMacro(ticket.id);
  const { staged, stage, take, restore, drop } = useStagedActs(ticket.id);
  const apply = useApply(ticket.id, { staged, clear: take });
  const insert = ({ id }: MacroOption) =>
    void render.mutateAsync(id).then(
      ({ text, html, actions }) => {
        const rich = channel === 'email' ? html : '';
        if (text !== '' || rich !== '') editor.current?.insert({ text, html: rich });
        stage(actsFor(actions, ticket), id);
      },
      (error: Error) =>
        toast.show({ title: t('macros.insertFailed'), detail: error.message, tone: 'critical' }),
    );
  return { search: useSearch(), insert, staged, take, restore, drop, apply };
}

function useSearch() {
  const api = useApi();
  const client = useQueryClient();
  const words = useActWords();
  return useCallback(
    async (query: string): Promise<readonly MacroOption[]> => {
      const { macros } = await client.ensureQueryData({
        ...macrosQuery(api),
        revalidateIfStale: true,
      });
      return searchMacros(macros, query)
        .slice(0, MOST_LISTED)
        .map((macro) => ({
          id: macro.id,
          label: macro.name,
          hint: macro.description,
          text: textOfMacro(macro),
          acts: macro.actions.map(words),
        }));
    },
    [api, client, words],
  );
}

function useStagedActs(ticketId: string) {
  const [staged, setStaged] = useState(() => recallActs(ticketId));
  useEffect(() => rememberActs(ticketId, staged), [ticketId, staged]);
  const restore = useCallback(
    ({ actions, macroIds }: StagedActs) =>
      setStaged((before) => ({
        actions: mergeActs(actions, before.actions),
        macroIds: [...new Set([...macroIds, ...before.macroIds])].slice(-10),
      })),
    [],
  );
  return {
    staged,
    /** Adds the acts of a macro. */
    stage: (actions: readonly MacroAction[], macroId: string) =>
      actions.length > 0 &&
      setStaged((before) => ({
        actions: mergeActs(before.actions, actions),
        macroIds: [...new Set([...before.macroIds, macroId])].slice(-10),
      })),
    /** Hands them over: nothing waits any more. */
    take: (): StagedActs => {
      setStaged(NO_ACTS);
      return staged;
    },
    /** Puts acts back that were handed over and not done. */
    restore,
    drop: (act: MacroAction) =>
      setStaged((before) => {
        const actions = before.actions.filter((one) => one !== act);
        return actions.length === 0 ? NO_ACTS : { ...before, actions };
      }),
  };
}

type ApplyOptions = { staged: StagedActs; clear: () => void };

function useApply(ticketId: string, { staged, clear }: ApplyOptions) {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutateAsync, isPending } = useApplyActs(ticketId);
  const now = () =>
    void mutateAsync(staged).then(
      () => {
        clear();
        toast.show({ title: t('macros.applied') });
      },
      (error: Error) =>
        toast.show({ title: t('macros.applyFailed'), detail: error.message, tone: 'critical' }),
    );
  return { now, isPending };
}
