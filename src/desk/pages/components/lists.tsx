import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DataTable, type Column, type Sorting } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { CapacityMeter } from '../../ui/capacity-meter.tsx';
import { LONG_NAME, Sample, SampleSection } from './sample.tsx';

/** Long lists, tables, panes. */
export function ListSamples() {
  return (
    <SampleSection title="Lists, tables and panes">
      <VirtualSample />
      <TableSample />
      <Sample name="Split pane" stack>
        <SplitPane
          sized="start"
          defaultSize={160}
          minSize={96}
          maxSize={320}
          storageKey="segue.components.split"
          className="h-40 overflow-hidden rounded-control border border-line"
          start={
            <ScrollArea label="Scrolls on its own" className="flex-1" viewportClassName="p-3">
              {Array.from({ length: 20 }, (_, n) => (
                <p key={n}>Line {n + 1}</p>
              ))}
            </ScrollArea>
          }
          end={
            <p className="p-3 text-muted">
              Drag the line, or focus it and press the arrow keys. A double click resets it.
            </p>
          }
        />
      </Sample>
    </SampleSection>
  );
}

function VirtualSample() {
  const [items, setItems] = useState(() => Array.from({ length: 5000 }, (_, n) => 5000 - n));
  const add = () => setItems((now) => [(now[0] ?? 0) + 1, ...now]);
  return (
    <Sample name="Virtual list" stack>
      <div>
        <Button size="sm" onClick={() => window.setTimeout(add, 1500)}>
          A new row in 1.5 s
        </Button>
      </div>
      <div className="flex h-44 flex-col rounded-control border border-line">
        <VirtualList
          label="Conversations"
          items={items}
          keyOf={String}
          rowHeight={32}
          renderRow={(n) => (
            <div className="flex h-row items-center gap-2 px-3 hover:bg-hover">
              <span className="w-12 shrink-0 text-meta text-subtle">#{n}</span>
              <span className="truncate">
                {n % 7 === 0 ? LONG_NAME : 'Charged twice for one order'}
              </span>
            </div>
          )}
        />
      </div>
    </Sample>
  );
}

type Row = { name: string; waiting: number; oldest: string; units: number };

function TableSample() {
  const [sorting, setSorting] = useState<Sorting>({ column: 'waiting', descending: true });
  const [chosen, setChosen] = useState(new Set(['Jonas Lindqvist']));
  const sign = sorting.descending ? -1 : 1;
  const rows = ROWS.toSorted(
    (one, two) =>
      sign *
      (sorting.column === 'waiting' ? one.waiting - two.waiting : one.name.localeCompare(two.name)),
  );
  const toggle = (name: string) =>
    setChosen(
      new Set(chosen.has(name) ? [...chosen].filter((other) => other !== name) : [...chosen, name]),
    );
  const columns: Array<Column<Row>> = [
    {
      id: 'choose',
      header: 'Choose',
      headerHidden: true,
      width: '2.5rem',
      cell: ({ name }) => (
        <Checkbox
          aria-label={`Choose ${name}`}
          checked={chosen.has(name)}
          onCheckedChange={() => toggle(name)}
        />
      ),
    },
    { id: 'name', header: 'Agent', sortable: true, cell: ({ name }) => <AgentName name={name} /> },
    {
      id: 'capacity',
      header: 'Capacity',
      width: '10rem',
      cell: ({ units }) => <CapacityMeter used={{ messaging: 2, email: units }} budget={12} />,
    },
    { id: 'oldest', header: 'Oldest', width: '6rem', align: 'end', cell: ({ oldest }) => oldest },
    {
      id: 'waiting',
      header: 'Waiting',
      width: '6rem',
      align: 'end',
      sortable: true,
      cell: ({ waiting }) => waiting,
    },
  ];
  return (
    <Sample name="Table" stack>
      <DataTable
        caption="Agents"
        columns={columns}
        rows={rows}
        keyOf={({ name }) => name}
        sorting={sorting}
        onSortingChange={setSorting}
        isSelected={({ name }) => chosen.has(name)}
        className="rounded-control border border-line"
      />
      <DataTable
        caption="Escalations"
        columns={columns.slice(1)}
        rows={[]}
        keyOf={({ name }) => name}
        empty={<EmptyState>No escalations today.</EmptyState>}
        className="rounded-control border border-line"
      />
    </Sample>
  );
}

function AgentName({ name }: { name: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <PresenceDot presence="online" />
      <span className="truncate">{name}</span>
    </span>
  );
}

const ROWS: Row[] = [
  { name: 'Mira Okafor', waiting: 3, oldest: '12m', units: 4 },
  { name: 'Jonas Lindqvist', waiting: 11, oldest: '1h 4m', units: 8 },
  { name: LONG_NAME, waiting: 0, oldest: '', units: 0 },
];
