import { Send } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FileChip } from '../../ui/file-chip.tsx';
import type { MacroOption } from '../../ui/macro-list.tsx';
import { MailFrame } from '../../ui/mail-frame.tsx';
import { RichComposer } from '../../ui/rich-composer.tsx';
import { Sample, SampleSection } from './sample.tsx';

/** The composer in its modes, and mails in their frame. */
export function WritingSamples() {
  const [files, setFiles] = useState<File[]>([]);
  const macros = useCallback(
    async (query: string) => MACROS.filter(({ label }) => label.startsWith(query)),
    [],
  );
  const shared = {
    onChange: () => undefined,
    onSubmit: () => undefined,
    macros,
    onFiles: (more: File[]) => setFiles([...files, ...more]),
  };
  const send = (
    <Button variant="primary" icon={Send}>
      Send
    </Button>
  );
  return (
    <SampleSection title="Writing and mail">
      <Sample name="Chat, plain" stack>
        <RichComposer
          {...shared}
          mode="plain"
          label="Message to Ada Lovelace"
          placeholder="Write a message, / for macros"
          actions={send}
        />
      </Sample>
      <Sample name="Mail, rich" stack>
        <RichComposer
          {...shared}
          mode="rich"
          label="Reply to Ada Lovelace"
          placeholder="Write a reply, / for macros"
          initial={{
            html: '<p>Hello Ada,</p><p>the second charge is <strong>on its way back</strong>:</p><ul><li><p>order <code>2093</code></p></li><li><p>see <a href="https://acme.example">our note</a></p></li></ul>',
            text: '',
          }}
          attachments={files.map((file) => (
            <FileChip
              key={file.name}
              name={file.name}
              sizeBytes={file.size}
              contentType={file.type}
              onRemove={() => setFiles(files.filter((other) => other !== file))}
            />
          ))}
          actions={send}
        />
      </Sample>
      <Sample name="Note, disabled" stack>
        <RichComposer
          {...shared}
          mode="plain"
          note
          label="Note"
          placeholder="A note for your colleagues"
          actions={<Button>Add note</Button>}
        />
        <RichComposer
          {...shared}
          mode="plain"
          disabled
          label="Message"
          placeholder="The session ended at 14:02; reply by email instead"
          actions={send}
        />
      </Sample>
      <Sample name="Mail" stack>
        <MailFrame from="Ada Lovelace" html={PLAIN_MAIL} text="I was charged twice." />
        <MailFrame from="Acme shop" html={STYLED_MAIL} text="Your order has shipped" />
      </Sample>
    </SampleSection>
  );
}

const MACROS: MacroOption[] = [
  { id: '1', label: 'refund', text: 'The refund is on its way and arrives within five days.' },
  {
    id: '2',
    label: 'refund-late',
    hint: 'When five days have passed',
    text: 'I am sorry that the refund is late.',
  },
  { id: '3', label: 'thanks', text: 'Thank you for writing to us.' },
];

const PLAIN_MAIL =
  '<p>Hello,</p><p>I was charged twice for order 2093. <a href="https://acme.example/orders/2093">Here is the order.</a></p><blockquote><p>On Monday you wrote: the order is on its way.</p></blockquote><p>Ada</p>';
const STYLED_MAIL =
  '<div style="background:#f4efe6;color:#3b2f20;padding:16px;font-family:Georgia,serif"><h2 style="margin:0 0 8px">Your order has shipped</h2><p>It arrives on Thursday.</p><img src="https://images.acme.example/banner.png" width="320" height="60" alt="Summer offers"></div>';
