/** SMTP by hand: sends lines as they are given and returns every answer, for what no client would do. */
import { once } from 'node:events';
import { connect } from 'node:net';

export interface SmtpTalk {
  /** Sends one line and returns the answer to it, e.g. `250 Accepted`. */
  say(line: string): Promise<string>;
  /** Sends bytes without waiting for anything. */
  write(data: string | Buffer): Promise<void>;
  /** The next answer. */
  answer(): Promise<string>;
  /** Closes the line without a word. */
  hangUp(): void;
}

/** Opens a connection and greets. */
export async function talkSmtp(port: number): Promise<SmtpTalk> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    socket.emit('more');
  });
  socket.on('close', () => socket.emit('more'));
  async function answer(): Promise<string> {
    for (;;) {
      const found = /^(?:\d{3}-[^\n]*\n)*(\d{3} [^\r\n]*)\r?\n/.exec(text);
      if (found) {
        text = text.slice(found[0].length);
        return found[1] ?? '';
      }
      if (socket.closed) return '';
      await once(socket, 'more');
    }
  }
  const talk: SmtpTalk = {
    answer,
    async say(line) {
      socket.write(`${line}\r\n`);
      return answer();
    },
    async write(data) {
      if (!socket.write(data)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    },
    hangUp: () => socket.destroy(),
  };
  await answer();
  await talk.say('EHLO test.example');
  return talk;
}
