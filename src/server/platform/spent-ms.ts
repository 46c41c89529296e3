/**
 * The milliseconds of the processor that `work` takes of this thread, for tests that promise to be quick: what
 * other programs do meanwhile makes nothing slower.
 */
export function spentMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
