// `npm start`: from a fresh clone to a running Segue. Plain JavaScript without dependencies, because it
// runs before anything is installed, and on a Node that may be too old for the rest. Imports come after
// the version check, so that an old Node says one clear sentence instead of a syntax error.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    `Segue needs Node 20 or newer to start (it then brings its own Node 24 on Linux); this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}

const { start } = await import('./lib/start.mjs');
await start(process.argv.slice(2));
