import { useEffect, useRef } from 'preact/hooks';
import type { WidgetConfig } from '../../contracts/widget.ts';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';
import { Announcer } from './Announcer.tsx';
import { Banners } from './Banners.tsx';
import { DropArea } from './DropArea.tsx';
import { Foot } from './Foot.tsx';
import { Header } from './Header.tsx';
import { Log } from './Log.tsx';
import { keepTabInside } from './keep-tab-inside.ts';
import { useSmallScreen } from './use-small-screen.ts';
import { useStore } from './use-store.ts';

/** What every part of the panel needs. */
export type PanelContext = {
  chat: Chat;
  config: WidgetConfig;
  origin: string;
};

type Props = PanelContext & {
  shown: 'closed' | 'open' | 'focused';
  /** Rises with every opening and closing, so that opening twice moves the focus twice. */
  turn: number;
  onClose(): void;
};

/** The whole chat window. */
export function Panel({ shown, turn, onClose, ...context }: Props) {
  const state = useStore(context.chat.store);
  const dialog = useRef<HTMLDivElement>(null);
  const small = useSmallScreen(dialog);

  useEffect(() => {
    if (shown !== 'focused' || !dialog.current) return;
    const target = dialog.current.querySelector<HTMLElement>('[data-focus]:not([disabled])');
    (target ?? dialog.current).focus({ preventScroll: true });
  }, [shown, turn]);

  const onKeyDown = (event: KeyboardEvent) => {
    // The host page may have shortcuts of its own; what is typed here is not for them.
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      if (state.ending === 'asking') context.chat.setEnding('no');
      else onClose();
    }
    if (small && dialog.current) keepTabInside(dialog.current, event);
  };

  return (
    <div
      ref={dialog}
      class="panel"
      role="dialog"
      aria-modal={small}
      aria-label={t('panel.title', { workspace: context.config.workspaceName })}
      hidden={shown === 'closed'}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
    >
      <DropArea
        chat={context.chat}
        enabled={
          state.conversation?.state !== 'ended' || state.conversation.ended?.mayReply === true
        }
      >
        <Header {...context} state={state} onClose={onClose} />
        <Banners chat={context.chat} state={state} />
        <Log {...context} state={state} visible={shown !== 'closed'} />
        <Foot {...context} state={state} />
      </DropArea>
      <Announcer state={state} />
    </div>
  );
}
