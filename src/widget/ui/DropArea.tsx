import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';

type Props = { chat: Chat; enabled: boolean; children: ComponentChildren };

/** Takes files that are dropped anywhere on the panel. */
export function DropArea({ chat, enabled, children }: Props) {
  const [over, setOver] = useState(false);
  // Entering a child fires before leaving its parent, so a flag alone would flicker.
  const depth = useRef(0);
  const count = (change: number) => {
    depth.current = Math.max(0, depth.current + change);
    setOver(depth.current > 0);
  };
  const carriesFiles = (event: DragEvent) =>
    enabled && event.dataTransfer?.types.includes('Files') === true;
  return (
    <div
      class="drop-area"
      onDragEnter={(event) => carriesFiles(event) && count(1)}
      onDragLeave={(event) => carriesFiles(event) && count(-1)}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        count(-depth.current);
        chat.uploads.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {children}
      {over && <div class="drop-hint">{t('composer.drop')}</div>}
    </div>
  );
}
