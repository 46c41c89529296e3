import type { BotPrompt } from '../../contracts/widget.ts';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';
import { FieldPrompt } from './FieldPrompt.tsx';

type Props = { prompt: BotPrompt; chat: Chat };

/** The control below the bot's question. The composer stays: an answer in own words is fine too. */
export function Prompt({ prompt, chat }: Props) {
  if (prompt.kind !== 'choice') return <FieldPrompt prompt={prompt} chat={chat} />;
  return (
    <div class="choices" role="group" aria-label={t('prompt.choices')}>
      {prompt.options.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="choice"
          onClick={() => chat.send(label, { kind: 'choice', optionId: id })}
        >
          <span dir="auto">{label}</span>
        </button>
      ))}
    </div>
  );
}
