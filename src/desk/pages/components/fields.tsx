import { Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { PresenceDot } from '../../ui/presence-dot.tsx';
import { RadioGroup } from '../../ui/radio.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LONG_NAME, SampleSection } from './sample.tsx';

/** Fields and choices in every state. */
export function FieldSamples() {
  return (
    <SampleSection title="Fields and choices">
      <div className="grid gap-x-6 gap-y-4 pane2:grid-cols-2 pane3:grid-cols-3">
        <TextSamples />
        <ListSamples />
        <ChoiceSamples />
      </div>
    </SampleSection>
  );
}

function TextSamples() {
  const [query, setQuery] = useState('refund');
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field label="Name" hint="Customers see it with your replies.">
        <TextField defaultValue="Mira Okafor" />
      </Field>
      <Field
        label="Address of the mailbox"
        required
        error="Write an address with an @, such as help@acme.example."
      >
        <TextField defaultValue="help.acme.example" />
      </Field>
      <Field label="Focused">
        <TextField placeholder="What customers read" data-force="focus" />
      </Field>
      <Field label="Disabled" disabled>
        <TextField defaultValue="Set by single sign-on" />
      </Field>
      <TextField
        aria-label="Search"
        icon={Search}
        value={query}
        onValueChange={setQuery}
        onClear={() => setQuery('')}
        end={<KeyHint keys="/" />}
      />
      <Field label="Budget" optional>
        <TextField defaultValue="12" inputMode="numeric" end="units" />
      </Field>
      <Field label="Note" hint="Grows with the text.">
        <TextArea defaultValue="Called back; the parcel is found." />
      </Field>
    </div>
  );
}

function ListSamples() {
  const [status, setStatus] = useState<'online' | 'away' | 'offline' | null>('online');
  const [queue, setQueue] = useState<'billing' | 'long' | null>(null);
  const [agent, setAgent] = useState<ComboboxOption | null>(null);
  const [customer, setCustomer] = useState<ComboboxOption | null>(null);
  const search = useCallback(
    async (query: string) =>
      AGENTS.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())),
    [],
  );
  const failing = useCallback(() => Promise.reject(new Error('offline')), []);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field label="Status">
        <Select value={status} onValueChange={setStatus} options={STATUSES} />
      </Field>
      <Field label="Queue" error="Choose where the work should wait.">
        <Select value={queue} onValueChange={setQueue} options={QUEUES} />
      </Field>
      <Field label="Long name">
        <Select value="long" onValueChange={setQueue} options={QUEUES} />
      </Field>
      <Field label="Disabled" disabled>
        <Select value="billing" onValueChange={setQueue} options={QUEUES} disabled />
      </Field>
      <Field label="Agent">
        <Combobox
          value={agent}
          onValueChange={setAgent}
          options={AGENTS}
          placeholder="Search agents"
        />
      </Field>
      <Field label="Agent, from the server">
        <Combobox
          value={customer}
          onValueChange={setCustomer}
          search={search}
          placeholder="Search by name"
        />
      </Field>
      <Field label="Search that fails">
        <Combobox value={null} onValueChange={setCustomer} search={failing} />
      </Field>
    </div>
  );
}

function ChoiceSamples() {
  const [on, setOn] = useState(true);
  const [mode, setMode] = useState<'same' | 'linked' | 'none'>('same');
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-col gap-2">
        <Checkbox
          checked={on}
          onCheckedChange={setOn}
          label="Send the standard goodbye"
          hint="The customer reads it as the chat ends."
        />
        <Checkbox checked={false} onCheckedChange={setOn} label="Not chosen" />
        <Checkbox checked={false} mixed onCheckedChange={setOn} label="Some of the rows" />
        <Checkbox checked onCheckedChange={setOn} label="Focused" data-force="focus" />
        <Checkbox
          checked
          disabled
          onCheckedChange={setOn}
          label="Chosen by policy"
          hint="An admin can change it."
        />
        <Checkbox checked={false} disabled onCheckedChange={setOn} label="Not allowed" />
      </div>
      <Switch
        checked={on}
        onCheckedChange={setOn}
        label="Accept offers by itself"
        hint="While there is capacity."
      />
      <Switch checked={false} onCheckedChange={setOn} label="Sound" />
      <Switch checked disabled onCheckedChange={setOn} label="Signed webhooks" />
      <Field label="After the chat">
        <RadioGroup
          value={mode}
          onValueChange={setMode}
          options={[
            {
              value: 'same',
              label: 'Treat the same ticket as email',
              hint: 'It stays with you and counts on email capacity.',
            },
            { value: 'linked', label: 'Open a linked follow-up' },
            { value: 'none', label: 'Nothing to do', disabled: true },
          ]}
        />
      </Field>
    </div>
  );
}

const STATUSES = [
  { value: 'online', label: 'Online', mark: <PresenceDot presence="online" label="hidden" /> },
  {
    value: 'away',
    label: 'Away',
    hint: 'Mail only',
    mark: <PresenceDot presence="away" label="hidden" />,
  },
  { value: 'offline', label: 'Offline', mark: <PresenceDot presence="offline" label="hidden" /> },
] as const;

const QUEUES = [
  { value: 'billing', label: 'Billing follow-ups' },
  { value: 'long', label: LONG_NAME },
] as const;

const AGENTS: ComboboxOption[] = [
  'Mira Okafor',
  'Jonas Lindqvist',
  'Ada Lovelace',
  'Tomás Herrera',
  LONG_NAME,
].map((label, index) => ({
  value: `agent-${index}`,
  label,
  hint: index === 2 ? 'Billing, French' : undefined,
  mark: <Avatar name={label} size="sm" />,
}));
