/**
 * A desk beside a benchmark, in a process of its own: asks the web server for one path again and again,
 * and keeps its own event loop's delay as what the machine alone costs. Says both as JSON when told to stop.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const [url = '', email = '', everyMs = '25', path = '/api/me'] = process.argv.slice(2);
const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: url },
  body: JSON.stringify({ email, password: 'segue-demo-2026' }),
});
const cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');
let stopped = false;
process.on('message', () => {
  stopped = true;
});
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const took: number[] = [];
let failed = 0;
process.send?.('ready');
while (!stopped) {
  const start = performance.now();
  const answer = await fetch(`${url}${path}`, { headers: { cookie } });
  await answer.arrayBuffer();
  if (!answer.ok) failed += 1;
  took.push(performance.now() - start);
  await sleep(Number(everyMs));
}
delay.disable();
process.send?.({ took, failed, ownP99: delay.percentile(99) / 1e6 });
process.disconnect();
