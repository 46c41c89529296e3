import { useRef, useState } from 'preact/hooks';
import type { BotPrompt } from '../../contracts/widget.ts';
import type { Chat } from '../client/chat.ts';
import { looksLikeEmail } from '../lib/text.rules.ts';
import { t } from '../strings.ts';

type Field = Exclude<BotPrompt, { kind: 'choice' }>;
type Props = { prompt: Field; chat: Chat };

/** Asks for a name or an email address, checks it before it is sent, and lets people decline. */
export function FieldPrompt({ prompt, chat }: Props) {
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const skipLabel = t(prompt.kind === 'name' ? 'prompt.skipName' : 'prompt.skipEmail');

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = problemOf(prompt, value);
    setProblem(found);
    if (found === null) chat.send(value);
    else input.current?.focus();
  };
  return (
    <form class="field-prompt" noValidate onSubmit={submit}>
      <label for="segue-field">{t(`prompt.${prompt.kind}`)}</label>
      <div class="field-line">
        <input
          id="segue-field"
          ref={input}
          type="text"
          inputMode={prompt.kind === 'email' ? 'email' : 'text'}
          spellcheck={false}
          name={prompt.kind}
          autocomplete={prompt.kind}
          maxLength={prompt.kind === 'email' ? 254 : 120}
          dir="auto"
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'segue-field-problem'}
          onInput={(event) => {
            setValue(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <button type="submit" class="primary">
          {t('prompt.submit')}
        </button>
      </div>
      {problem !== null && (
        <p id="segue-field-problem" class="field-problem" role="alert">
          {problem}
        </p>
      )}
      {prompt.skippable && (
        <button type="button" class="link" onClick={() => chat.send(skipLabel, { kind: 'skip' })}>
          {skipLabel}
        </button>
      )}
    </form>
  );
}

function problemOf({ kind, skippable }: Field, value: string): string | null {
  if (kind === 'email') return looksLikeEmail(value) ? null : t('prompt.emailInvalid');
  if (value.trim() !== '') return null;
  return t(skippable ? 'prompt.nameMissing' : 'prompt.nameMissingNoSkip');
}
