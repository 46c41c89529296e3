import type { Embedder } from './embedder.types.ts';
import { packVector, unpackVector } from './texts.ts';

/** Nobody waits longer for what only makes an answer better. */
const patienceMs = 1_000;
const mostKept = 500;

/**
 * Vectors of questions, the latest kept. Null where there is no embedder, it fails or is slow: the question is
 * answered by its words then, and the record of calls says why.
 */
export function createQuestionVectors(embedder: Embedder) {
  const kept = new Map<string, Promise<Float32Array | null>>();

  async function make(
    workspaceId: string,
    { model, text }: { model: string; text: string },
  ): Promise<Float32Array | null> {
    const made = await embedder.embed(workspaceId, { model, texts: [text], isAwaited: true });
    const packed = made.ok ? packVector(made.value[0] ?? []) : null;
    return packed === null ? null : unpackVector(packed);
  }

  return {
    /** The vector of a question by a model. */
    async of(
      workspaceId: string,
      { model, text }: { model: string; text: string },
    ): Promise<Float32Array | null> {
      const key = `${workspaceId}\n${model}\n${text}`;
      const asked = kept.get(key) ?? make(workspaceId, { model, text }).catch(() => null);
      kept.set(key, asked);
      // What failed is asked anew the next time; what is only late will be there then.
      void asked.then((made) => made ?? kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), patienceMs);
      });
      const vector = await Promise.race([asked, late]);
      clearTimeout(timer);
      return vector;
    },
  };
}
