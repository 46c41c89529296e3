import { Inbox, Send } from 'lucide-react';
import { useState } from 'react';
import { PaneHeader } from '../shell/pane-header.tsx';
import { Panes } from '../shell/panes.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../lib/cx.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RichComposer } from '../ui/rich-composer.tsx';
import { LONG_NAME } from './components/sample.tsx';
import { SampleFrame } from './components-page.tsx';

/** The frame with three panes, to see how it folds at 1200 and 768 px. */
export function ComponentsFramePage() {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <SampleFrame>
      <Panes
        storageKey="segue.components.panes"
        labels={{ list: 'Conversations', content: 'Conversation', details: 'Details' }}
        onBack={() => setOpen(null)}
        placeholder={
          <EmptyState icon={Inbox} className="h-full">
            Choose a conversation on the left.
          </EmptyState>
        }
        list={<List open={open} onOpen={setOpen} />}
        content={open === null ? null : <Conversation name={open} />}
        details={<Details />}
      />
    </SampleFrame>
  );
}

function List({ open, onOpen }: { open: string | null; onOpen: (name: string) => void }) {
  return (
    <>
      <PaneHeader title="Billing follow-ups" />
      <ul className="overflow-y-auto">
        {PEOPLE.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === open}
              onClick={() => onOpen(name)}
              className={ROW}
            >
              <Avatar name={name} size="sm" />
              <span className="min-w-0 flex-1 truncate text-start">{name}</span>
              <Badge variant="plain" tone="caution">
                12m
              </Badge>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Conversation({ name }: { name: string }) {
  return (
    <>
      <PaneHeader
        title="Charged twice for one order"
        meta={name}
        actions={<Button size="sm">End session</Button>}
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {[0, 1].map((n) => (
          <p key={n} className={cx('max-w-message text-message', n > 0 && 'mt-4')}>
            I was charged twice for order 2093, and the second charge is still on my card. Could you
            look into it before Friday, when the month is closed?
          </p>
        ))}
      </div>
      <div className="px-4 pb-4">
        <RichComposer
          mode="plain"
          label={`Message to ${name}`}
          placeholder="Write a message"
          onChange={() => undefined}
          onSubmit={() => undefined}
          actions={
            <Button variant="primary" icon={Send}>
              Send
            </Button>
          }
        />
      </div>
    </>
  );
}

function Details() {
  return (
    <div className="flex flex-col gap-2 p-4">
      <h2 className="font-semibold">Brief</h2>
      <p className="text-muted">Asks for the return of a double charge on order 2093.</p>
      <div className="flex flex-wrap gap-1.5">
        <Badge tone="caution">Urgency high</Badge>
        <Badge>Billing</Badge>
        <Badge tone="assistant">Summary by the assistant</Badge>
      </div>
    </div>
  );
}

const PEOPLE = ['Ada Lovelace', 'Tomás Herrera', LONG_NAME, 'Mira Okafor'];
const ROW =
  'flex h-row w-full items-center gap-2 px-4 outline-offset-[-2px] hover:bg-hover aria-[current=true]:bg-accent-soft';
