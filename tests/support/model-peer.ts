/** A model server for tests: speaks the protocols of OpenAI and Anthropic, and misbehaves when told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export interface ModelAsked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into any request
  readonly body: any;
  /** System and user texts of a conversation, in order. */
  readonly texts: readonly string[];
}

/** What it does with one request. */
export type ModelConduct =
  | {
      readonly say: string;
      readonly afterMs?: number;
      /** What it waits for before it answers. */
      readonly after?: Promise<unknown>;
      readonly stop?: string;
    }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hang'
  | 'cut'
  | 'huge'
  | 'garbage'
  | 'no_usage';

export interface ModelPeer {
  /** Address as a provider's settings want it. */
  readonly url: string;
  readonly asked: ModelAsked[];
  /** What it does with the next requests, one each; afterwards `answer` again. */
  readonly next: ModelConduct[];
  /** What it says when nothing else was told. */
  answer: (asked: ModelAsked) => string;
  /** The vector of a text. */
  vectorOf: (text: string) => number[];
  close(): Promise<void>;
}

const tokens = { in: 100, out: 20 };

/** Starts on a free port of the loopback. */
export async function startModelPeer(): Promise<ModelPeer> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const peer: ModelPeer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: [],
    next: [],
    answer: () => '{"answer":"It works."}',
    vectorOf: (text) => [text.length, 1, 0],
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    peer.asked.push(asked);
    const conduct = peer.next.shift() ?? { say: '' };
    if (conduct === 'hang') return;
    if (conduct === 'cut') return void response.destroy();
    if (conduct === 'garbage') return void response.end('<html>It works!</html>');
    if (conduct === 'huge') return pour(response);
    if (conduct === 'no_usage') return reply(response, withoutUsage(answerTo(asked, {})));
    if ('status' in conduct) {
      response.writeHead(conduct.status, conduct.headers).end(conduct.body);
      return;
    }
    await conduct.after;
    if (conduct.afterMs !== undefined) await new Promise((go) => setTimeout(go, conduct.afterMs));
    reply(response, answerTo(asked, conduct));
  }

  function answerTo(asked: ModelAsked, { say, stop }: { say?: string; stop?: string }): object {
    if (asked.path.endsWith('/embeddings')) {
      const texts = [asked.body.input].flat() as string[];
      const data = texts.map((text, index) => ({ index, embedding: peer.vectorOf(text) }));
      return { data, model: asked.body.model, usage: { prompt_tokens: tokens.in } };
    }
    const text = say === undefined || say === '' ? peer.answer(asked) : say;
    return asked.path.endsWith('/messages')
      ? anthropicAnswer(asked, text, stop)
      : openAiAnswer(asked, text, stop);
  }
  return peer;
}

async function read(request: IncomingMessage): Promise<ModelAsked> {
  let raw = '';
  for await (const part of request) raw += String(part);
  const body = JSON.parse(raw);
  const messages = [
    ...(body.system === undefined ? [] : [{ content: body.system }]),
    ...(body.messages ?? []),
  ] as { content: string | { text?: string }[] }[];
  const texts = messages.map(({ content }) =>
    typeof content === 'string' ? content : content.map((part) => part.text ?? '').join(''),
  );
  return { path: request.url ?? '', headers: request.headers, raw, body, texts };
}

function openAiAnswer({ body }: ModelAsked, content: string, stop = 'stop'): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: body.model,
    choices: [{ index: 0, finish_reason: stop, message: { role: 'assistant', content } }],
    usage: {
      prompt_tokens: tokens.in,
      completion_tokens: tokens.out,
      total_tokens: tokens.in + tokens.out,
    },
  };
}

/** As text, or as the input of the tool by which an answer in shape was asked for. */
function anthropicAnswer({ body }: ModelAsked, text: string, stop = 'end_turn'): object {
  const tool = body.tools?.[0]?.name as string | undefined;
  const content =
    tool === undefined
      ? { type: 'text', text }
      : { type: 'tool_use', id: 'toolu_1', name: tool, input: JSON.parse(text) };
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: body.model,
    content: [content],
    stop_reason: tool === undefined ? stop : 'tool_use',
    stop_sequence: null,
    usage: { input_tokens: tokens.in, output_tokens: tokens.out },
  };
}

function withoutUsage(answer: object): object {
  return { ...answer, usage: undefined };
}

function reply(response: ServerResponse, answer: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
}

/** Never stops talking. */
function pour(response: ServerResponse): void {
  const part = 'x'.repeat(64_000);
  const more = () => {
    if (response.destroyed) return;
    response.write(part, () => setImmediate(more));
  };
  more();
}
