import type { ComponentChildren } from 'preact';
import type { WidgetMessage } from '../../contracts/widget.ts';
import { t } from '../strings.ts';
import { Avatar } from './Avatar.tsx';

type Props = {
  author: WidgetMessage['author'];
  /** The first of a run says who speaks. */
  first: boolean;
  failed?: boolean;
  /** Below the bubble: time and delivery. */
  meta?: ComponentChildren;
  children: ComponentChildren;
};

/** The frame of a message. The assistant's are marked in words and colour, so that nobody is misled. */
export function Bubble({ author, first, failed = false, meta, children }: Props) {
  const own = author.kind === 'customer';
  const kind = author.kind === 'assistant' ? 'assistant' : 'agent';
  return (
    <div class={`message ${author.kind}`} data-first={first} data-failed={failed}>
      {!own && first && <Avatar kind={kind} name={author.name} />}
      {own && <span class="hidden-text">{t('log.you')}:</span>}
      {!own && (
        <p class={first ? 'author' : 'hidden-text'}>
          <bdi>{author.name}</bdi>
          {kind === 'assistant' && <span class="tag">{t('log.assistantTag')}</span>}
        </p>
      )}
      <div class="bubble">{children}</div>
      {meta}
    </div>
  );
}
