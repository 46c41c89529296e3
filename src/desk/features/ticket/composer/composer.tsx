import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistantDecision } from '../../../../contracts/assistant-decisions.ts';
import type { Draft } from '../../../../contracts/conversations.ts';
import type { Ticket } from '../../../../contracts/tickets.ts';
import { customerName } from '../../../lib/customer-name.ts';
import { Banner } from '../../../ui/banner.tsx';
import { RichComposer } from '../../../ui/rich-composer.tsx';
import { Skeleton, SkeletonGroup } from '../../../ui/skeleton.tsx';
import { DraftBar } from '../assistant/draft-bar.tsx';
import { draftHtml } from '../assistant/draft-html.ts';
import { useTicketAssistant } from '../assistant/queries.ts';
import type { Typists } from '../use-watch-ticket.ts';
import { ChannelSwitch } from './channel-switch.tsx';
import { SendButton } from './send-button.tsx';
import { StagedActsRow } from './staged-acts.tsx';
import { useComposer } from './use-composer.ts';
import { UploadChips } from './upload-chips.tsx';
import { useDraft, type OnElsewhere } from './use-draft.ts';

/**
 * Where the answer is written. It waits for the drafts, so that nothing typed is written over: an agent's own
 * comes first, else the assistant's is in it from the start.
 */
export function Composer({ ticket, typing }: { ticket: Ticket; typing: Typists }) {
  const draft = useDraft(ticket.id);
  const made = useTicketAssistant(ticket.id);
  if (draft.initial === undefined || made.isPending) {
    return (
      <SkeletonGroup className="border-t border-line p-3">
        <Skeleton className="h-24 w-full" />
      </SkeletonGroup>
    );
  }
  return (
    <ComposerForm
      ticket={ticket}
      typing={typing}
      initial={draft.initial}
      suggestion={made.data?.draft ?? null}
      onDraft={draft.save}
      onElsewhere={draft.onElsewhere}
      offline={draft.place === 'local'}
    />
  );
}

type ComposerFormProps = {
  ticket: Ticket;
  typing: Typists;
  initial: Draft | null;
  /** What the assistant would answer. */
  suggestion: AssistantDecision | null;
  onDraft: (draft: Draft) => void;
  onElsewhere: OnElsewhere;
  offline: boolean;
};

function ComposerForm({
  ticket,
  typing,
  initial,
  suggestion,
  onDraft,
  onElsewhere,
  offline,
}: ComposerFormProps) {
  const { t } = useTranslation();
  const [inside, setInside] = useState(() => (initial === null ? suggestion : null));
  const start: Draft | null = initial ? readable(initial) : inside && draftOf(inside);
  const composer = useComposer(ticket, {
    initial: start,
    isOwn: inside === null,
    isWithdrawn: inside !== null && inside.id !== suggestion?.id,
    onDraft,
    onElsewhere,
  });
  const { channel, uploads, macros } = composer;
  const name = customerName(ticket.customer, t('ui.visitor'));
  return (
    <section
      aria-label={t('composer.region')}
      className="shrink-0 border-t border-line px-4 pt-2 pb-3"
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-2">
        <Colleagues typing={typing} />
        {suggestion && (
          <DraftBar
            draft={suggestion}
            inside={inside?.id === suggestion.id}
            onInsert={() => {
              composer.insert(draftOf(suggestion));
              setInside(suggestion);
            }}
            onDismissed={() => {
              if (inside) composer.clear();
              setInside(null);
            }}
          />
        )}
        {composer.switched && (
          <Banner tone="caution" onDismiss={composer.dismissSwitched}>
            {t('composer.switched', {
              reason: composer.switched,
              channel: t(`composer.channel.${channel}`),
            })}
          </Banner>
        )}
        <ChannelSwitch
          channels={ticket.composer.channels}
          value={channel}
          onValueChange={composer.setChannel}
        />
        <RichComposer
          ref={composer.editor}
          mode={channel === 'email' ? 'rich' : 'plain'}
          note={channel === 'note'}
          label={t(`composer.label.${channel}`, { name })}
          placeholder={t(`composer.placeholder.${channel}`)}
          initial={composer.initial}
          onChange={composer.onChange}
          onSubmit={() => composer.submit(null)}
          onFiles={uploads.add}
          macros={macros.search}
          onMacro={macros.insert}
          attachments={uploads.uploads.length > 0 && <UploadChips uploads={uploads} />}
          actions={
            <SendButton
              channel={channel}
              ticket={ticket}
              disabled={!composer.ready}
              onSend={composer.submit}
            />
          }
        />
        <StagedActsRow
          staged={macros.staged}
          pending={macros.apply.isPending}
          onDrop={macros.drop}
          onApply={macros.apply.now}
        />
        <Hints failed={uploads.failed} offline={offline} />
      </div>
    </section>
  );
}

function draftOf({ text, html }: AssistantDecision): Draft {
  return readable({ channel: 'email', text, html });
}

/** A draft as the editor can hold it: one that was taken over from the assistant has its quotes and tables. */
function readable(draft: Draft): Draft {
  return { ...draft, html: draft.html === null ? null : draftHtml(draft.html) };
}

/** What holds the message, and where the draft is. */
function Hints({ failed, offline }: { failed: boolean; offline: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {failed && (
        <p role="status" className="text-meta text-critical">
          {t('composer.fileHolds')}
        </p>
      )}
      {offline && <p className="text-meta text-caution">{t('composer.draftOffline')}</p>}
    </>
  );
}

function Colleagues({ typing }: { typing: Typists }) {
  const { t } = useTranslation();
  const names = typing.filter(({ who }) => who === 'agent').map(({ name }) => name);
  if (names.length === 0) return null;
  return <Banner tone="caution">{t('composer.colleague', { names: names.join(', ') })}</Banner>;
}
