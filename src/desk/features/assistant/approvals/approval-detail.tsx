import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../../contracts/approvals.ts';
import { PaneHeader } from '../../../shell/pane-header.tsx';
import { MailFrame } from '../../../ui/mail-frame.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Sentences } from '../record/sentences.tsx';
import { PassageList } from '../record/weighing.tsx';
import { ApprovalFacts } from './approval-facts.tsx';
import { ApprovalNotes } from './approval-notes.tsx';
import { nameOf } from './approval-words.ts';
import { DecideBar } from './decide-bar.tsx';
import { useDeciding, type Deciding } from './use-deciding.ts';

/** An Enter sooner than this after it came on screen was meant for something else. */
const READ_MS = 500;

/** What would be sent and what it rests on, with the acts of whoever may decide. */
export function ApprovalDetail({
  approval,
  takesFocus,
  onDecided,
}: {
  approval: Approval;
  /** Chosen by hand just now: Enter approves. */
  takesFocus: boolean;
  onDecided: () => void;
}) {
  const { t } = useTranslation();
  const deciding = useDeciding(approval, onDecided);
  const [text, setText] = useState<string | null>(null);
  const { customer, decision, mayDecide, mayRefuse } = approval;
  const { ref, onKeyDown } = useEnter({
    takesFocus,
    enabled: mayDecide && text === null,
    deciding,
  });
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t('approvals.one')}
      onKeyDown={onKeyDown}
      className="group/approval flex min-h-0 flex-1 flex-col outline-offset-[-2px]"
    >
      <PaneHeader
        title={<bdi>{nameOf(customer) ?? t('approvals.someone')}</bdi>}
        meta={
          <Link
            to="/inbox/$ticketId"
            params={{ ticketId: decision.ticketId }}
            preload={false}
            title={decision.subject}
            className="text-accent-text hover:underline"
          >
            #{decision.ticketNumber} <bdi>{decision.subject}</bdi>
          </Link>
        }
      />
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 py-4">
        <ApprovalNotes approval={approval} deciding={deciding} />
        <ApprovalFacts approval={approval} />
        {decision.question !== '' && (
          <Part title={t('approvals.asks')}>
            <p
              dir="auto"
              className="max-w-message border-s-2 border-line-strong ps-3 text-message whitespace-pre-wrap wrap-anywhere"
            >
              {decision.question}
            </p>
          </Part>
        )}
        {text === null ? (
          <Proposed approval={approval} />
        ) : (
          <EditedText text={text} onChange={setText} onSubmit={() => deciding.approveAs(text)} />
        )}
        <Part title={t('approvals.evidence')}>
          {(approval.edited !== null || text !== null) && (
            <p className="mb-2 text-meta text-subtle">{t('approvals.evidenceChanged')}</p>
          )}
          <Sentences
            sentences={decision.sentences}
            titles={new Map(decision.passages.map((one) => [one.articleId, one.title]))}
          />
          <div className="mt-3">
            <PassageList passages={decision.passages.filter(({ cited }) => cited)} />
          </div>
        </Part>
      </div>
      {mayRefuse && (
        <DecideBar approval={approval} deciding={deciding} text={text} onEdit={setText} />
      )}
    </section>
  );
}

function Proposed({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const { edited, decision, state } = approval;
  return (
    <Part title={t(state === 'waiting' ? 'approvals.wantsToSend' : 'approvals.wasProposed')}>
      {edited === null && decision.html !== null ? (
        <MailFrame
          html={decision.html}
          text={decision.text}
          from={t('approvals.assistant')}
          className={FRAME}
        />
      ) : (
        <p dir="auto" className={TEXT}>
          {edited ?? decision.text}
        </p>
      )}
    </Part>
  );
}

function EditedText({
  text,
  onChange,
  onSubmit,
}: {
  text: string;
  onChange: (text: string) => void;
  onSubmit: () => void;
}) {
  const { t } = useTranslation();
  const isEmpty = text.trim() === '';
  return (
    <Field label={t('approvals.text')} error={isEmpty && t('approvals.textEmpty')}>
      <TextArea
        autoFocus
        dir="auto"
        value={text}
        rows={8}
        maxLength={20_000}
        className="max-w-message [&_textarea]:max-h-[50dvh] [&_textarea]:text-message"
        onValueChange={onChange}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || isEmpty) return;
          event.preventDefault();
          onSubmit();
        }}
      />
    </Field>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-1.5 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** Enter approves while the pane itself has the focus, not a button or link in it. */
function useEnter({
  takesFocus,
  enabled,
  deciding,
}: {
  takesFocus: boolean;
  enabled: boolean;
  deciding: Deciding;
}) {
  const ref = useRef<HTMLElement>(null);
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
    if (takesFocus) ref.current?.focus({ preventScroll: true });
    // Only as it comes on screen: each approval has a pane of its own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!enabled || deciding.isPending || performance.now() - shownAt.current < READ_MS) return;
    event.preventDefault();
    deciding.approve();
  };
  return { ref, onKeyDown };
}

const FRAME =
  'max-w-message rounded-control border border-assistant-line bg-assistant-soft px-3 py-2';
const TEXT = `${FRAME} text-message whitespace-pre-wrap wrap-anywhere`;
