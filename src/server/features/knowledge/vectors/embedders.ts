import { ENCODER, type EncoderThread } from '../../../platform/encoder/index.ts';
import type { Embedded, Embedder } from './embedder.types.ts';

/** An embedder that a workspace may have connected; it understands whatever it understands. */
export interface ConnectedEmbedder extends Pick<Embedder, 'modelOf'> {
  embed(workspaceId: string, texts: readonly string[]): Promise<Embedded>;
}

/** The embedder a workspace connected, else the encoder that comes with Segue, else none. */
export function chooseEmbedder(
  connected: ConnectedEmbedder,
  encoder: EncoderThread | null,
): Embedder {
  const isConnected = async (workspaceId: string, model: string) =>
    (await connected.modelOf(workspaceId)) === model;
  return {
    async modelOf(workspaceId) {
      return (await connected.modelOf(workspaceId)) ?? (encoder === null ? null : ENCODER);
    },
    reads: (model, language) => model !== ENCODER || language === 'en',
    async embed(workspaceId, { model, texts, isAwaited = false }) {
      if (model === ENCODER && encoder !== null) {
        const made = await Promise.all(texts.map((text) => encoder.encode(text, isAwaited)));
        return { ok: true, value: made.map((vector) => [...vector]) };
      }
      // Before, to send nothing to whom it was not meant for; after, as it may have been changed meanwhile.
      if (!(await isConnected(workspaceId, model))) return replaced;
      const made = await connected.embed(workspaceId, texts);
      return (await isConnected(workspaceId, model)) ? made : replaced;
    },
  };
}

const replaced: Embedded = { ok: false, reason: 'not_configured' };
