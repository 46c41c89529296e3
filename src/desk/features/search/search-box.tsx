import { useNavigate } from '@tanstack/react-router';
import { History, Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.ts';
import { OVERLAY } from '../../ui/control-styles.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CustomerHitLines, TicketHitLines } from './hits.tsx';
import { useQuickSearch } from './queries.ts';
import { useRecentSearches } from './use-recent.ts';

const DEBOUNCE_MS = 120;

/** Something that can be chosen below the field. */
type Choice = { id: string; run: () => void; content: ReactNode; group: string };

/** The search of the top bar: `/` leads to it, arrows choose, Enter opens the choice or all results. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const { recent, remember } = useRecentSearches();
  const query = useSettled(text.trim());
  const close = () => {
    setOpen(false);
    setAt(-1);
    field.current?.blur();
  };
  const go = (act: () => void) => {
    remember(text);
    close();
    act();
  };
  const showAll = (q: string) => void navigate({ to: '/search', search: { q } });
  const found = useFoundChoices(query, go);
  const choices: Choice[] =
    text.trim() === ''
      ? recent.map((one) => ({
          id: one,
          group: t('search.recent'),
          run: () => {
            setText(one);
            remember(one);
            close();
            showAll(one);
          },
          content: (
            <>
              <History aria-hidden className="text-subtle" />
              <span className="truncate">
                <bdi>{one}</bdi>
              </span>
            </>
          ),
        }))
      : found.choices;
  useShortcut('/', () => field.current?.focus(), { label: t('search.label') });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      setAt((before) => Math.max(-1, Math.min(choices.length - 1, before + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const choice = choices[at];
      if (choice) choice.run();
      else if (text.trim() !== '') go(() => showAll(text.trim()));
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (text === '') close();
      setText('');
      setAt(-1);
    }
  };
  const showing = open && (choices.length > 0 || text.trim() !== '');
  return (
    <div
      className="relative w-full"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <TextField
        ref={field}
        icon={Search}
        type="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={showing}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={showing && choices[at] ? `${listId}-${at}` : undefined}
        placeholder={t('search.placeholder')}
        maxLength={500}
        value={text}
        onValueChange={(next) => {
          setText(next);
          setAt(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onClear={() => setText('')}
        end={
          text === '' ? (
            <span className="max-pane2:hidden">
              <KeyHint keys="/" />
            </span>
          ) : undefined
        }
        className="[&_input]:[&::-webkit-search-cancel-button]:hidden"
      />
      {showing && (
        <div
          className={cx(
            OVERLAY,
            'absolute start-0 top-full z-40 mt-1 max-h-[70vh] w-[min(34rem,calc(100vw-1.5rem))] overflow-y-auto p-1 max-pane2:fixed max-pane2:inset-x-3 max-pane2:top-12',
          )}
        >
          <Hints results={found.results} query={query} />
          <ChoiceList id={listId} choices={choices} at={at} />
          {text.trim() !== '' && (
            <button
              type="button"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(() => showAll(text.trim()))}
              className="w-full truncate rounded-control border-t border-line px-2 py-1.5 text-start text-accent-text hover:bg-hover"
            >
              {t('search.all', { query: text.trim() })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function ChoiceList({ id, choices, at }: { id: string; choices: readonly Choice[]; at: number }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('search.label')}>
      {choices.map((choice, place) => (
        <div key={choice.id}>
          {choice.group !== choices[place - 1]?.group && (
            <div role="presentation" className="px-2 pt-2 pb-1 text-meta font-medium text-subtle">
              {choice.group}
            </div>
          )}
          <div
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={choice.run}
            onKeyDown={() => undefined}
            className="flex items-center gap-2 rounded-control px-2 py-1.5 hover:bg-hover aria-selected:bg-active"
          >
            {choice.content}
          </div>
        </div>
      ))}
    </div>
  );
}

function Hints({
  results,
  query,
}: {
  results: ReturnType<typeof useQuickSearch>['data'];
  query: string;
}) {
  const { t } = useTranslation();
  if (!results || query === '') return null;
  const empty = results.tickets.length === 0 && results.customers.length === 0;
  const lines = [
    ...(results.corrected ? [t('search.corrected', { query: results.corrected })] : []),
    ...results.hints,
    ...(empty ? [t('search.none', { query })] : []),
  ];
  return (
    <div role="status">
      {lines.map((line) => (
        <p key={line} className="px-2 py-1 text-meta text-muted wrap-anywhere">
          {line}
        </p>
      ))}
    </div>
  );
}

function useFoundChoices(query: string, go: (act: () => void) => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: results } = useQuickSearch(query);
  const tickets = (results?.tickets ?? []).map((hit): Choice => ({
    id: hit.ticket.id,
    group: t('search.tickets'),
    content: <TicketHitLines hit={hit} />,
    run: () =>
      go(
        () =>
          void navigate({
            to: '/inbox/$ticketId',
            params: { ticketId: hit.ticket.id },
            search: { view: 'all_open' },
          }),
      ),
  }));
  const customers = (results?.customers ?? []).map((hit): Choice => ({
    id: hit.id,
    group: t('search.customers'),
    content: <CustomerHitLines hit={hit} />,
    run: () => go(() => void navigate({ to: '/inbox', search: { f: { customer: hit.id } } })),
  }));
  return { results, choices: query === '' ? [] : [...tickets, ...customers] };
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), DEBOUNCE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
