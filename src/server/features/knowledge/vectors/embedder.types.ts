/** What gives texts a place by their meaning: what the workspace connected, or the encoder that comes with Segue. */
export interface Embedder {
  /** The name of the model; null where there is none. */
  modelOf(workspaceId: string): Promise<string | null>;
  /** Whether a model understands a language (ISO 639-1). */
  reads(model: string, language: string): boolean;
  /** Vectors of texts by that model and no other; those somebody waits for go before others. */
  embed(workspaceId: string, order: EmbedOrder): Promise<Embedded>;
}

export interface EmbedOrder {
  readonly model: string;
  readonly texts: readonly string[];
  readonly isAwaited?: boolean;
}

/** A vector for each text; or why there are none, such as another model having taken the place of the one asked. */
export type Embedded =
  | { readonly ok: true; readonly value: number[][] }
  | { readonly ok: false; readonly reason: string };
