import { useEffect, useRef } from 'react';
import type { Outgoing } from './outgoing.ts';

type TakeBack = {
  takeBack: (outgoing: Outgoing) => void;
  drop: (clientId: string) => void;
};

/** Takes messages that somebody wants to change into the composer: now, or once the composer is there. */
export function useTakenBack(outgoing: readonly Outgoing[], { takeBack, drop }: TakeBack): void {
  useEffect(() => {
    for (const one of outgoing.filter(({ state }) => state === 'editing')) {
      drop(one.clientId);
      takeBack(one);
    }
  }, [outgoing, takeBack, drop]);
}

/** Calls when a message has left: the server took the draft of its ticket along, whatever was in it by then. */
export function useAfterSending(outgoing: readonly Outgoing[], then: () => void): void {
  const isSending = outgoing.some(({ state }) => state === 'sending');
  const wasSending = useRef(isSending);
  useEffect(() => {
    const isOver = wasSending.current && !isSending;
    wasSending.current = isSending;
    if (isOver) then();
  }, [isSending, then]);
}
