/** A heap of values with scores, highest first; equal scores by the order of `ties`. */
export interface Heap<Value> {
  readonly size: () => number;
  readonly pop: () => Value | undefined;
  readonly push: (value: Value) => void;
}

/** O(n) to build, O(log n) a change. */
export function heapOf<Value>(
  values: readonly Value[],
  isBefore: (left: Value, right: Value) => boolean,
): Heap<Value> {
  const heap = [...values];
  for (let index = (heap.length >> 1) - 1; index >= 0; index -= 1) sink(index);
  return {
    size: () => heap.length,
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last;
        sink(0);
      }
      return top;
    },
    push(value) {
      let index = heap.push(value) - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        const above = heap[parent];
        if (above === undefined || !isBefore(value, above)) break;
        heap[index] = above;
        index = parent;
      }
      heap[index] = value;
    },
  };

  function sink(from: number): void {
    const value = heap[from];
    if (value === undefined) return;
    let index = from;
    for (;;) {
      let child = index * 2 + 1;
      let best = heap[child];
      if (best === undefined) break;
      const other = heap[child + 1];
      if (other !== undefined && isBefore(other, best)) {
        child += 1;
        best = other;
      }
      if (!isBefore(best, value)) break;
      heap[index] = best;
      index = child;
    }
    heap[index] = value;
  }
}
