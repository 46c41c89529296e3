import { BellOff, Inbox } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogClose } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useToast } from '../../ui/toast.tsx';
import { LONG_NAME, Sample, SampleSection } from './sample.tsx';

/** Overlays, notices and the states of a pane. */
export function FeedbackSamples() {
  return (
    <SampleSection title="Overlays, notices and states">
      <Overlays />
      <Sample name="Banners" stack>
        <Banner tone="info" onDismiss={() => undefined}>
          Mail comes in every minute. The last look was at 14:02.
        </Banner>
        <Banner tone="caution" action={<Button size="sm">Send again</Button>}>
          The reply was not sent: the mail server did not answer. It is kept in the composer.
        </Banner>
        <Banner tone="critical">
          The certificate of help@acme.example has expired. Mail waits on the other side until it is
          renewed.
        </Banner>
        <Banner tone="assistant" action={<Button size="sm">Review</Button>}>
          The assistant proposes to raise the threshold for “refund status” from 0.72 to 0.78.
        </Banner>
      </Sample>
      <Sample name="States of a pane">
        <div className="grid w-full gap-3 pane2:grid-cols-3">
          <div className="rounded-control border border-line">
            <SkeletonRows rows={5} delayMs={0} />
          </div>
          <EmptyState
            icon={Inbox}
            className="rounded-control border border-line"
            action={<Button>Set status to online</Button>}
          >
            Nothing waits for you; new work is offered while you are online.
          </EmptyState>
          <ErrorState
            className="rounded-control border border-line"
            title="The queue did not load"
            reason="The server could not be reached."
            onRetry={() => undefined}
          />
        </div>
      </Sample>
      <TabSamples />
    </SampleSection>
  );
}

function Overlays() {
  const toast = useToast();
  return (
    <Sample name="Overlays">
      <Dialog
        trigger={<Button>End session…</Button>}
        title="End the session with Ada Lovelace"
        description="Becomes email work in Billing follow-ups and stays with you."
        footer={
          <>
            <DialogClose render={<Button>Cancel</Button>} />
            <DialogClose render={<Button variant="primary">End session</Button>} />
          </>
        }
      >
        <Field label="Goodbye">
          <TextArea defaultValue="Thank you for waiting. We look into it and write to you by mail." />
        </Field>
      </Dialog>
      <Popover trigger={<Button>Why this priority</Button>} title="Why high">
        <ul className="list-disc ps-4 text-muted">
          <li>Tier enterprise adds 20</li>
          <li>First response is due in 12m and adds 35</li>
        </ul>
      </Popover>
      <Button
        onClick={() =>
          toast.show({
            title: 'Assigned to Mira Okafor',
            tone: 'positive',
            onUndo: () => toast.show({ title: 'Taken back' }),
          })
        }
      >
        Toast with undo
      </Button>
      <Button
        onClick={() =>
          toast.show({ title: `Moved to ${LONG_NAME}`, detail: 'It waits there since 14:02.' })
        }
      >
        Long toast
      </Button>
      <Button
        icon={BellOff}
        onClick={() =>
          toast.show({
            title: 'The reply was not sent',
            detail: 'It is kept in the composer.',
            tone: 'critical',
            timeoutMs: 0,
          })
        }
      >
        Failure toast
      </Button>
    </Sample>
  );
}

function TabSamples() {
  const [tab, setTab] = useState<'brief' | 'customer' | 'sla' | 'off'>('brief');
  return (
    <Sample name="Tabs" stack>
      <Tabs
        aria-label="Details"
        value={tab}
        onValueChange={setTab}
        className="rounded-control border border-line"
        panelClassName="p-3 text-muted"
        items={[
          { value: 'brief', label: 'Brief', panel: 'Asked for a refund of a double charge.' },
          { value: 'customer', label: 'Customer', count: 3, panel: 'Three past tickets.' },
          { value: 'sla', label: 'SLA', panel: 'First response in 12m.' },
          { value: 'off', label: 'Disabled', disabled: true, panel: '' },
        ]}
      />
    </Sample>
  );
}
