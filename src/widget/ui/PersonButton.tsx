import { useState } from 'preact/hooks';
import type { Chat } from '../client/chat.ts';
import { t } from '../strings.ts';
import { Icon } from './Icon.tsx';

/** The way past the bot, always in sight while the bot is speaking. */
export function PersonButton({ chat }: { chat: Chat }) {
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    await chat.askForPerson();
    setAsking(false);
  };
  return (
    <button type="button" class="quiet person" disabled={asking} onClick={() => void ask()}>
      <Icon name="person" />
      {t('person.ask')}
    </button>
  );
}
