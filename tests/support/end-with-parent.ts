// Loaded before the script of a process that a test starts: its standard input ends with the test's process.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.stdin
    .resume()
    .once('end', () => process.exit(1))
    .unref();
}
