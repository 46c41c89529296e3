import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { activePrompt, isOther, rowsOf } from '../state/rows.rules.ts';
import type { ChatState } from '../state/state.ts';
import { t } from '../strings.ts';
import { Icon } from './Icon.tsx';
import { Greeting } from './Greeting.tsx';
import { LogRow } from './LogRow.tsx';
import type { PanelContext } from './Panel.tsx';
import { Prompt } from './Prompt.tsx';
import { Skeleton } from './Skeleton.tsx';
import { Typing } from './Typing.tsx';

type Props = PanelContext & { state: ChatState; visible: boolean };

/** Messages in the document at first and with each step upwards: 2,000 at once take a second to draw. */
const STEP = 60;
const NEAR_PX = 48;

/** The messages. Stays at the end while the reader is there, and never moves under one who is not. */
export function Log({ chat, config, origin, state, visible }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const fromBottom = useRef<number | null>(null);
  const [limit, setLimit] = useState(STEP);
  /** The last message when the reader left the end; null at the end. */
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const rows = rowsOf(state, { limit, now: Date.now() });
  const hasEarlier = state.messages.length > limit;
  const ownCount = state.pending.length;
  const lastSeq = state.messages.at(-1)?.seq ?? 0;
  const isNew = state.messages.some(
    ({ seq, author }) => seq > (leftAt ?? seq) && isOther(author.kind),
  );

  const toEnd = () => {
    const area = scroller.current;
    if (!area) return;
    area.scrollTop = area.scrollHeight;
    atEnd.current = true;
    setLeftAt(null);
  };
  const showEarlier = () => {
    const area = scroller.current;
    if (area) fromBottom.current = area.scrollHeight - area.scrollTop;
    setLimit((known) => known + STEP);
  };
  const onScroll = () => {
    const area = scroller.current;
    if (!area) return;
    atEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_PX;
    setLeftAt((known) => (atEnd.current ? null : (known ?? lastSeq)));
    if (atEnd.current && limit > STEP) setLimit(STEP);
    if (area.scrollTop < NEAR_PX && hasEarlier && fromBottom.current === null) showEarlier();
  };

  // What the customer has just written is always shown.
  useLayoutEffect(() => {
    if (ownCount > 0) toEnd();
  }, [ownCount]);
  useLayoutEffect(() => {
    const area = scroller.current;
    if (!area) return;
    if (fromBottom.current !== null) area.scrollTop = area.scrollHeight - fromBottom.current;
    else if (atEnd.current) area.scrollTop = area.scrollHeight;
    fromBottom.current = null;
  });
  // Pictures arrive late and the window changes its height: the end stays the end.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => atEnd.current && toEnd());
    for (const element of [scroller.current, content.current])
      if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [visible]);

  const prompt = activePrompt(state);
  return (
    <div class="log-frame">
      <div
        class="log"
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t('log.label')}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div class="log-content" ref={content}>
          {hasEarlier && (
            <button type="button" class="quiet earlier" onClick={showEarlier}>
              {t('log.earlier')}
            </button>
          )}
          {!state.loaded && <Skeleton />}
          {state.moved && <p class="system">{t('moved.notice')}</p>}
          {state.loaded && !hasEarlier && <Greeting config={config} state={state} />}
          {rows.map((row) => (
            <LogRow key={row.key} row={row} chat={chat} origin={origin} />
          ))}
          {prompt && <Prompt key={state.messages.at(-1)?.id} prompt={prompt} chat={chat} />}
          {state.typing !== null && <Typing name={state.typing} />}
        </div>
      </div>
      {leftAt !== null && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" />
          {isNew ? t('log.new') : t('log.latest')}
        </button>
      )}
    </div>
  );
}
