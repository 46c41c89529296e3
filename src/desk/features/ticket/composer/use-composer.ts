import { Reply, StickyNote } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, MessageChannel } from '../../../../contracts/conversations.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import type { ComposerContent, ComposerHandle } from '../../../ui/rich-composer.tsx';
import { useTicketAct } from '../use-ticket-act.ts';
import { focusSoon } from './focus-soon.ts';
import { useInsertRequests } from './insert-request.ts';
import { useMacrosOf } from './use-macros.ts';
import { useOutgoing, type Outgoing } from './outgoing.ts';
import type { OnElsewhere } from './use-draft.ts';
import { useTypingSignal } from './use-typing-signal.ts';
import { useAfterSending, useTakenBack } from './use-taken-back.ts';
import { useUploads } from './use-uploads.ts';

const EMPTY: ComposerContent = { html: '', text: '' };

/** What the composer starts from, and where drafts go. */
export type ComposerOptions = {
  initial: Draft | null;
  /** Whether that is stored as the agent's own; what the assistant suggests is only once it is touched. */
  isOwn: boolean;
  /** What the assistant suggested was sent or put away, here or elsewhere. */
  isWithdrawn: boolean;
  onDraft: (draft: Draft) => void;
  onElsewhere: OnElsewhere;
};

/** The state of the composer: channel, text, files, and sending them. */
export function useComposer(
  ticket: Ticket,
  { initial, isOwn, isWithdrawn, onDraft, onElsewhere }: ComposerOptions,
) {
  const editor = useRef<ComposerHandle>(null);
  const [start] = useState<ComposerContent>(() =>
    initial ? { text: initial.text, html: initial.html ?? '' } : EMPTY,
  );
  const content = useRef(start);
  const [written, setWritten] = useState(start.text.trim() !== '');
  const uploads = useUploads(ticket.id);
  const typing = useTypingSignal(ticket.id);
  const { outgoing, send, drop } = useOutgoing(ticket.id);
  const { channel, choose, switched, dismissSwitched } = useChannel(
    ticket,
    initial?.channel ?? null,
  );
  const macros = useMacrosOf(ticket, { channel, editor });
  const draft = useCallback(
    (next: ComposerContent, on: MessageChannel) => {
      const html = on === 'email' && next.html ? next.html : null;
      onDraft({ channel: on, text: next.text, html });
    },
    [onDraft],
  );
  const following = useRef(false);
  const onChange = (next: ComposerContent) => {
    if (following.current) {
      content.current = next;
      return setWritten(next.text.trim() !== '');
    }
    if (next.text === content.current.text && next.html === content.current.html) return;
    content.current = next;
    setWritten(next.text.trim() !== '');
    draft(next, channel);
    if (channel !== 'note' && next.text !== '') typing.signal();
  };
  const follow = useCallback((next: ComposerContent) => {
    // It is nobody's writing: what the editor tells of it is no change.
    following.current = true;
    editor.current?.set(next);
    following.current = false;
    // The plain editor would tell of it without its styles.
    content.current = next;
  }, []);
  /** What the assistant suggests is for the customer: it waits while a note is written. */
  const parked = useRef(false);
  const isTouched = useCallback(() => isOwn || content.current !== start, [isOwn, start]);
  useEffect(() => {
    if (!isWithdrawn) return;
    if (!parked.current && !isTouched()) follow(EMPTY);
    parked.current = false;
  }, [isWithdrawn, isTouched, follow]);
  const setChannel = (next: MessageChannel) => {
    if (next === 'note' && channel !== 'note' && !isTouched() && start.text !== '') {
      parked.current = true;
      follow(EMPTY);
    } else if (next !== 'note' && parked.current && content.current.text.trim() === '') {
      parked.current = false;
      follow(start);
    } else if (content.current.text !== '' && isTouched()) draft(content.current, next);
    choose(next);
    if (next === 'note') typing.stop();
    focusSoon(editor);
  };
  const ready = (written || uploads.stored.length > 0) && !uploads.pending && !uploads.failed;
  const submit = (status: Outgoing['status']) => {
    const { text, html } = content.current;
    if (!ready) return;
    typing.stop();
    void send({
      channel,
      text: text.trim(),
      html: channel === 'email' && html ? html : null,
      attachments: uploads.stored,
      status,
      acts: macros.take(),
    });
    editor.current?.set(EMPTY);
    uploads.clear();
    focusSoon(editor);
  };
  const [restoreActs, restoreFiles] = [macros.restore, uploads.restore];
  const takeBack = useCallback(
    ({ text, html, acts, attachments, channel: on }: Outgoing) => {
      // What nobody has touched is the assistant's, and can be had again.
      const before = isTouched() ? content.current.text : '';
      const next: ComposerContent = {
        text: before ? `${before}\n${text}` : text,
        html: before ? '' : (html ?? ''),
      };
      choose(on);
      restoreActs(acts);
      restoreFiles(attachments);
      follow(next);
      // By the channel it was for: of this render, it may be another one.
      draft(next, on);
      focusSoon(editor);
    },
    [choose, restoreActs, restoreFiles, isTouched, follow, draft],
  );
  useTakenBack(outgoing, { takeBack, drop });
  const keepWritten = useCallback(() => {
    if (content.current.text !== '' && isTouched()) draft(content.current, channel);
  }, [draft, isTouched, channel]);
  useAfterSending(outgoing, keepWritten);
  useEffect(
    () =>
      onElsewhere((elsewhere) => {
        const text = elsewhere?.text ?? '';
        const isSuggestion = elsewhere === null && !isTouched();
        if (isSuggestion || text === content.current.text) return;
        if (elsewhere) choose(elsewhere.channel);
        // It is stored already.
        follow({ text, html: elsewhere?.html ?? '' });
      }),
    [onElsewhere, choose, follow, isTouched],
  );
  const insert = useCallback(({ text, html }: Pick<Draft, 'text' | 'html'>) => {
    editor.current?.insert({ text, html: html ?? '' });
    focusSoon(editor);
  }, []);
  const insertText = useCallback((text: string) => insert({ text, html: null }), [insert]);
  useInsertRequests(ticket.id, insertText);
  useComposerShortcuts(ticket, setChannel);
  return {
    editor,
    insert,
    /** Takes out what the assistant suggested; a note that is written meanwhile stays. */
    clear: () => {
      if (!parked.current) editor.current?.set(EMPTY);
      parked.current = false;
    },
    initial: start,
    channel,
    setChannel,
    switched: written ? switched : null,
    dismissSwitched,
    onChange,
    submit,
    ready,
    uploads,
    macros,
  };
}

/** The chosen channel while it is open, else the one the ticket prefers; says so when one closes under the pen. */
function useChannel(ticket: Ticket, initial: MessageChannel | null) {
  const [chosen, setChosen] = useState<MessageChannel | null>(initial);
  const [switched, setSwitched] = useState<string | null>(null);
  const { channels, preferred } = ticket.composer;
  const isOpen = (one: MessageChannel) =>
    channels.some(({ channel, allowed }) => channel === one && allowed);
  const channel = chosen && isOpen(chosen) ? chosen : preferred;
  const last = useRef(channel);
  useEffect(() => {
    const before = channels.find((one) => one.channel === last.current);
    if (before && !before.allowed && last.current !== channel) setSwitched(before.reason);
    last.current = channel;
  }, [channel, channels]);
  const choose = useCallback((next: MessageChannel) => {
    setChosen(next);
    setSwitched(null);
  }, []);
  return { channel, choose, switched, dismissSwitched: () => setSwitched(null) };
}

function useComposerShortcuts(ticket: Ticket, setChannel: (channel: MessageChannel) => void): void {
  const { t } = useTranslation();
  const { channels, preferred } = ticket.composer;
  const open = channels.filter(({ allowed }) => allowed).map(({ channel }) => channel);
  const answer =
    preferred !== 'note' ? preferred : (open.find((channel) => channel !== 'note') ?? 'note');
  useTicketAct({
    keys: 'r',
    label: t('ticket.shortcuts.reply'),
    icon: Reply,
    run: () => setChannel(answer),
  });
  useTicketAct({
    keys: 'n',
    label: t('ticket.shortcuts.note'),
    icon: StickyNote,
    run: () => setChannel('note'),
  });
}
