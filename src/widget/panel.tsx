import { render } from 'preact';
import { createChat } from './client/chat.ts';
import type { PanelHandle, PanelHost } from './host.ts';
import { randomId } from './lib/ids.ts';
import { createStorage } from './lib/storage.ts';
import { addStyles } from './lib/styles.ts';
import { unreadCount } from './state/rows.rules.ts';
import { panelStyles } from './styles/index.ts';
import { Panel } from './ui/Panel.tsx';

/** How often a waiting customer's place in the queue is read anew, besides the announced changes. */
const QUEUE_POLL_MS = 30_000;

/** Builds the panel inside the loader's shadow root, closed at first, and connects what it needs. */
export function startPanel(host: PanelHost): PanelHandle {
  const chat = createChat({
    key: host.key,
    origin: host.origin,
    config: host.config,
    storage: createStorage(() => localStorage),
    now: () => Date.now(),
    newId: randomId,
  });
  const mount = document.createElement('div');
  mount.className = 'mount';
  host.area.prepend(mount);
  addStyles(host.shadow, panelStyles);

  let shown: 'closed' | 'open' | 'focused' = 'closed';
  let turn = 0;
  const draw = () =>
    render(
      <Panel
        chat={chat}
        config={host.config}
        origin={host.origin}
        shown={shown}
        turn={turn}
        onClose={host.onCloseAsked}
      />,
      mount,
    );
  const look = () => {
    if (shown !== 'closed' && document.visibilityState === 'visible') chat.look();
  };
  const set = (next: typeof shown) => {
    shown = next;
    turn += 1;
    draw();
    look();
  };

  chat.store.subscribe(() => {
    look();
    host.onUnread(unreadCount(chat.store.get()));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') chat.wake();
    look();
  });
  addEventListener('online', () => chat.wake());
  setInterval(() => {
    const { status, conversation } = chat.store.get();
    if (shown !== 'closed' && status === 'online' && conversation?.state === 'waiting') chat.wake();
  }, QUEUE_POLL_MS);

  draw();
  chat.start();
  return {
    open: (focus) => set(focus ? 'focused' : 'open'),
    close: () => set('closed'),
    identify: chat.identify,
  };
}
