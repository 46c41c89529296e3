// `npm run dev`: the server, restarted at each change, and the desk from Vite with hot reload, whose
// requests to the API go on to the server.
import { prepare } from './lib/start.mjs';
import { runNode } from './lib/run.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await prepare();
  const vite = ['node_modules/vite/bin/vite.js', '--config', 'vite.desk.config.ts'];
  const server = ['--watch', '--watch-preserve-output', 'src/server/main.ts'];
  const other = new AbortController();
  const programs = [server, vite].map((args) =>
    runNode(args, { last: true, signal: other.signal }),
  );
  const { code } = await Promise.race(programs);
  other.abort();
  await Promise.all(programs);
  process.exitCode = code;
});
