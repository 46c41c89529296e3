import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WidgetConfig } from '../../contracts/widget.ts';
import type { Chat } from '../client/chat.ts';
import type { ChatState } from '../state/state.ts';
import { t } from '../strings.ts';
import { AttachButton } from './AttachButton.tsx';
import { Icon } from './Icon.tsx';
import { UploadTray } from './UploadTray.tsx';

type Props = { chat: Chat; config: WidgetConfig; state: ChatState };

const MAX_CHARS = 8_000;

/** Where the customer writes. Enter sends; on a touch screen it makes a new line, as everywhere there. */
export function Composer({ chat, config, state }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, uploads } = state;
  const back = state.conversation?.ended?.mayReply === true;
  const ended = state.conversation?.state === 'ended' && !back;
  const over = draft.trim().length - MAX_CHARS;
  const busy = uploads.some(({ attachment, failure }) => attachment === null && failure === null);
  const empty = draft.trim() === '' && !uploads.some(({ attachment }) => attachment !== null);
  const blocked = ended || empty || busy || over > 0;
  const reason = busy ? t('composer.uploading') : over > 0 ? t('composer.tooLong', { over }) : null;

  useLayoutEffect(() => grow(field.current), [draft, ended]);

  const submit = () => {
    if (blocked) return;
    chat.send(draft);
    chat.write('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isTouch()) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    chat.uploads.add(files);
  };
  return (
    <form
      class="composer"
      data-ended={ended}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <UploadTray uploads={uploads} chat={chat} />
      <div class="composer-line">
        <AttachButton chat={chat} types={config.upload.types} disabled={ended} />
        <textarea
          ref={field}
          data-focus
          rows={1}
          dir="auto"
          aria-label={t('composer.label')}
          aria-describedby={reason === null ? undefined : 'segue-composer-reason'}
          placeholder={t(
            ended ? 'composer.ended' : back ? 'composer.reply' : 'composer.placeholder',
          )}
          disabled={ended}
          value={ended ? '' : draft}
          onInput={(event) => chat.write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="submit" class="send" aria-label={t('composer.send')} disabled={blocked}>
          <Icon name="send" />
        </button>
      </div>
      {reason !== null && (
        <p id="segue-composer-reason" class="composer-reason" role="status">
          {reason}
        </p>
      )}
    </form>
  );
}

function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

const isTouch = () => matchMedia('(pointer: coarse)').matches;
