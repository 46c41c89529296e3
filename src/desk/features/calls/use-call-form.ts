import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerMatch, LogCall } from '../../../contracts/calls.ts';
import { useToast } from '../../ui/toast.tsx';
import { callerOfWords } from './caller.rules.ts';
import { useLogCall, type MyRunningCall } from './queries.ts';
import { useCallStart } from './use-call-start.ts';

type Noted = Pick<LogCall, 'subject' | 'text' | 'category' | 'priority' | 'outcome'>;

/** What stands in the form of a call, filled in with what is known of the one that ends. */
export function useCallForm({
  call,
  hungUpMs,
  onClose,
}: {
  call: MyRunningCall | null;
  hungUpMs: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const save = useLogCall();
  const startCall = useCallStart();
  const [clientId] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState(() => wordsOf(call));
  const [chosen, setChosen] = useState<CustomerMatch | null>(() =>
    call?.customer ? { ...call.customer, openTickets: 0 } : null,
  );
  const [noted, setNoted] = useState<Noted>({
    subject: call?.ticket?.subject ?? '',
    text: '',
    category: null,
    priority: 'normal',
    outcome: call?.ticket ? 'queue' : 'mine',
  });
  const isKnown = chosen !== null || words.trim() !== '';
  // In a ticket that is there already a note without words would say nothing.
  const said = call?.ticket ? noted.text : noted.subject;
  const ready = isKnown && said.trim() !== '';
  const caller = () => (chosen ? { id: chosen.id } : callerOfWords(words));

  return {
    words,
    chosen,
    noted,
    ready,
    save,
    setWords,
    setChosen,
    set: (part: Partial<Noted>) => setNoted({ ...noted, ...part }),
    /** The call has begun: nothing is noted before its end. */
    start: () => startCall({ caller: isKnown ? caller() : null }, onClose),
    submit() {
      if (!ready || save.isPending) return;
      const lastedMs = hungUpMs - (call?.startedMs ?? hungUpMs);
      const hungUpAt = call && new Date(Date.parse(call.startedAt) + lastedMs).toISOString();
      save.mutate(
        {
          clientId,
          caller: caller(),
          ...noted,
          call: call && { id: call.id, hungUpAt: hungUpAt ?? '' },
        },
        {
          onSuccess: ({ ticketId, taken }) => {
            if (noted.outcome === 'mine' && !taken) toast.show({ title: t('calls.noRoom') });
            onClose();
            void navigate({ to: '/inbox/$ticketId', params: { ticketId } });
          },
        },
      );
    },
  };
}

export type CallForm = ReturnType<typeof useCallForm>;

function wordsOf(call: MyRunningCall | null): string {
  const caller = call?.caller;
  return caller?.name ?? caller?.phone ?? caller?.email ?? '';
}
