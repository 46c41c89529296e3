import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Verdict } from './verdict.tsx';

type Answer = { readonly ticket: { readonly number: number; readonly subject: string } };

/** What one of several said to the ticket: the first that takes it ends the asking. */
type Outcome<Kind> = {
  readonly id: string;
  readonly name: string;
  readonly outcome: Kind | 'taken';
  readonly why: string;
};

type TicketTestProps<Of extends Answer, Kind> = {
  words: { title: string; lead: string; number: string; ask: string };
  /** Asks by the number of the ticket. */
  test: UseMutationResult<Of, Error, number>;
  outcomesOf: (answer: Of) => readonly Outcome<Kind>[];
  outcomeName: (outcome: Kind | 'taken') => string;
  /** What is said beyond who takes it. */
  more?: (answer: Of) => ReactNode;
};

/** Asks who of several takes a ticket, and tells why not the others. */
export function TicketTest<Of extends Answer, Kind extends string>({
  words,
  test,
  outcomesOf,
  outcomeName,
  more,
}: TicketTestProps<Of, Kind>) {
  const [text, setText] = useState('');
  const number = Number(/^\s*#?(\d{1,9})\s*$/.exec(text)?.[1] ?? Number.NaN);
  return (
    <section className="mt-6 max-w-3xl">
      <h3 className="font-medium">{words.title}</h3>
      <p className="mb-2 text-meta text-subtle">{words.lead}</p>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!Number.isNaN(number)) test.mutate(number);
        }}
      >
        <TextField
          className="w-36"
          inputMode="numeric"
          aria-label={words.number}
          placeholder="#12"
          value={text}
          onValueChange={setText}
        />
        <Button type="submit" disabled={Number.isNaN(number)} loading={test.isPending}>
          {words.ask}
        </Button>
      </form>
      <div aria-live="polite" className="mt-2">
        {test.error && <p className="text-critical">{test.error.message}</p>}
        {test.data && (
          <>
            <p className="mb-1">
              #{test.data.ticket.number} <bdi>{test.data.ticket.subject}</bdi>
            </p>
            <ol className="mb-3 flex flex-col gap-1">
              {outcomesOf(test.data).map(({ id, name, outcome, why }) => (
                <Verdict
                  key={id}
                  tone={outcome === 'taken' ? 'positive' : 'neutral'}
                  label={outcomeName(outcome)}
                  name={name}
                  why={why}
                />
              ))}
            </ol>
            {more?.(test.data)}
          </>
        )}
      </div>
    </section>
  );
}
