import { ENCODER, type EncoderThread } from '../../../platform/encoder/index.ts';
import type { Embedder } from './embedder.types.ts';

/** An embedder that a workspace may have connected; it understands whatever it understands. */
export type ConnectedEmbedder = Omit<Embedder, 'reads'>;

/** The embedder a workspace connected, else the encoder that comes with Segue, else none. */
export function chooseEmbedder(
  connected: ConnectedEmbedder,
  encoder: EncoderThread | null,
): Embedder {
  const isConnected = async (workspaceId: string) =>
    (await connected.modelOf(workspaceId)) !== null;
  return {
    async modelOf(workspaceId) {
      return (await connected.modelOf(workspaceId)) ?? (encoder === null ? null : ENCODER);
    },
    reads: (model, language) => model !== ENCODER || language === 'en',
    async embed(workspaceId, texts, isAwaited = false) {
      if (encoder === null || (await isConnected(workspaceId)))
        return connected.embed(workspaceId, texts);
      const made = await Promise.all(texts.map((text) => encoder.encode(text, isAwaited)));
      return { ok: true, value: made.map((vector) => [...vector]) };
    },
  };
}
