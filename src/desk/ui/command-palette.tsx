import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { ChevronRight, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { fuzzyFilter } from '../lib/fuzzy.ts';
import { useCommandList, type Command } from './commands.tsx';
import { OPTION } from './control-styles.ts';
import { KeyHint } from './key-hint.tsx';
import { useShortcut } from './shortcuts.tsx';

type Group = { value: string; items: Command[] };

/** Everything that can be done here, by typing; Ctrl K or Command K. Mounted once. */
export function CommandPalette() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useShortcut('mod+k', () => setOpen(true), { label: t('ui.palette.open'), whenTyping: true });
  return (
    <Dialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[12vh]">
          <Dialog.Popup className="overlay-motion flex max-h-[min(28rem,80vh)] w-full max-w-xl flex-col overflow-hidden rounded-overlay bg-raised text-text shadow-overlay outline-none">
            <Dialog.Title className="sr-only">{t('ui.palette.title')}</Dialog.Title>
            <PaletteBody onRun={() => setOpen(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Search field, grouped results and the line of keys, without the dialog. */
export function PaletteBody({
  onRun,
  initialQuery = '',
}: {
  onRun: () => void;
  initialQuery?: string;
}) {
  const { t } = useTranslation();
  const [query, setQuery] = useState(initialQuery);
  const groups = toGroups(matching(query, useCommandList()));
  const run = (command: Command) => {
    onRun();
    command.run();
  };
  return (
    <Autocomplete.Root
      inline
      open
      items={groups}
      filter={null}
      value={query}
      onValueChange={(text, details) => details.reason !== 'item-press' && setQuery(text)}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={textOf}
    >
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Search aria-hidden className="text-subtle" />
        <Autocomplete.Input
          aria-label={t('ui.palette.placeholder')}
          placeholder={t('ui.palette.placeholder')}
          className="h-11 min-w-0 flex-1 bg-transparent text-message outline-none"
        />
      </div>
      <Autocomplete.Empty className="px-4 text-muted not-empty:py-6">
        {groups.length === 0 && (query ? t('ui.palette.empty', { query }) : t('ui.palette.none'))}
      </Autocomplete.Empty>
      <Autocomplete.List className="min-h-0 flex-1 scroll-py-1 overflow-y-auto not-empty:p-1.5">
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-meta font-medium text-subtle">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => <Row key={command.id} command={command} onRun={run} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <div
        aria-hidden
        className="flex items-center gap-4 border-t border-line px-4 py-2 text-meta text-subtle"
      >
        <span className="inline-flex items-center gap-1.5">
          <KeyHint keys="up" />
          <KeyHint keys="down" /> {t('ui.palette.hint')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <KeyHint keys="enter" /> {t('ui.palette.run')}
        </span>
      </div>
    </Autocomplete.Root>
  );
}

function Row({ command, onRun }: { command: Command; onRun: (command: Command) => void }) {
  const Icon = command.icon ?? ChevronRight;
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onRun(command)}
      className={cx(OPTION, 'min-h-row!')}
    >
      <Icon aria-hidden className="text-subtle" />
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.keys && <KeyHint keys={command.keys} />}
    </Autocomplete.Item>
  );
}

const textOf = (command: Command) => `${command.label} ${command.group} ${command.keywords ?? ''}`;

/** What matches the words, and at the end what can be done with any words. */
function matching(query: string, commands: readonly Command[]): Command[] {
  const words = query.trim();
  const plain = commands.filter(({ ofWords }) => ofWords === undefined);
  const made = commands.flatMap((command) =>
    command.ofWords && words !== '' ? { ...command, ...command.ofWords(words) } : [],
  );
  return [...fuzzyFilter(query, plain, textOf), ...made];
}

function toGroups(commands: readonly Command[]): Group[] {
  return [...Map.groupBy(commands, ({ group }) => group)].map(([value, items]) => ({
    value,
    items,
  }));
}
