/** What gives texts a place by their meaning, where the workspace connected something that does. */
export interface Embedder {
  /** The model's name; null where none is connected. */
  modelOf(workspaceId: string): Promise<string | null>;
  embed(
    workspaceId: string,
    texts: readonly string[],
  ): Promise<
    | { readonly ok: true; readonly value: number[][] }
    | { readonly ok: false; readonly reason: string }
  >;
}
