import type { WidgetConfig } from '../../contracts/widget.ts';
import type { ChatState } from '../state/state.ts';
import { Bubble } from './Bubble.tsx';

/** The workspace's greeting above everything, unless the conversation itself begins with one. */
export function Greeting({ config, state }: { config: WidgetConfig; state: ChatState }) {
  const first = state.messages[0];
  if (first && first.author.kind !== 'customer') return null;
  return (
    <Bubble author={{ kind: 'assistant', name: config.assistantName }} first>
      <p class="text" dir="auto">
        {config.greeting}
      </p>
    </Bubble>
  );
}
