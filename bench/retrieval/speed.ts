/** Times the index at sizes. */
export async function measureSpeed(): Promise<void> {}
