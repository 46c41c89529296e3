/** What gives texts a place by their meaning: what the workspace connected, or the encoder that comes with Segue. */
export interface Embedder {
  /** The model's name; null where there is none. */
  modelOf(workspaceId: string): Promise<string | null>;
  /** Whether a model understands a language (ISO 639-1). */
  reads(model: string, language: string): boolean;
  /** Vectors of texts; those somebody waits for go before others. */
  embed(
    workspaceId: string,
    texts: readonly string[],
    isAwaited?: boolean,
  ): Promise<
    | { readonly ok: true; readonly value: number[][] }
    | { readonly ok: false; readonly reason: string }
  >;
}
