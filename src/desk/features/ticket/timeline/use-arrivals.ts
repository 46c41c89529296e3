import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, TimelineEntry } from '../../../../contracts/conversations.ts';
import { useAnnounce } from '../../../ui/live-region.tsx';
import { useSignedIn } from '../../session-gate/queries.ts';
import { lastSeq } from './timeline.rules.ts';

/** Reads new messages of others out, and counts those that came while the reader was further up. */
export function useArrivals(entries: readonly TimelineEntry[], atEnd: boolean): number {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { memberId } = useSignedIn();
  const known = useRef(lastSeq(entries));
  const [missed, setMissed] = useState(0);
  useEffect(() => {
    const fresh = entries
      .flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []))
      .filter(({ seq }) => seq > known.current);
    known.current = Math.max(known.current, lastSeq(entries));
    const others = fresh.filter(({ author }: Message) => author.id !== memberId);
    if (others.length === 0) return;
    for (const { author, text } of others) {
      announce(
        t('timeline.arrived', {
          name: author.name || t('timeline.customer'),
          text: text.slice(0, 200),
        }),
      );
    }
    if (!atEnd) setMissed((count) => count + others.length);
  }, [entries, atEnd, announce, memberId, t]);
  useEffect(() => {
    if (atEnd) setMissed(0);
  }, [atEnd]);
  return missed;
}
