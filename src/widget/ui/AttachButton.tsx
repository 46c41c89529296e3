import { useRef } from 'preact/hooks';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';
import { Icon } from './Icon.tsx';

type Props = { chat: Chat; types: readonly string[]; disabled: boolean };

/** Opens the browser's file picker. */
export function AttachButton({ chat, types, disabled }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t('composer.attach')}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={types.join(',')}
        onChange={(event) => {
          chat.uploads.add([...(event.currentTarget.files ?? [])]);
          // The same file chosen again is a change again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
