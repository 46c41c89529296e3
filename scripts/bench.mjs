// `npm run bench -- NAME ...`: runs bench/NAME.ts or bench/NAME/index.ts; without a name, lists them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { install } from './lib/install.mjs';
import { benchFile, benchNames, headOf } from './lib/bench.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { main, say, Sentence } from './lib/say.mjs';

await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  const names = benchNames(readdirSync(`${root}/bench`), (path) => existsSync(`${root}/${path}`));
  if (name === undefined) return say(names.join('\n'));
  if (!names.includes(name)) {
    throw new Sentence(`There is no benchmark "${name}"; there are: ${names.join(', ')}.`);
  }
  const file = benchFile(name, (path) => existsSync(`${root}/${path}`));
  const head = headOf(readFileSync(`${root}/${file}`, 'utf8'));
  if (args.includes('--help') && head !== '') return say(head);
  await install();
  const { code } = await runNode([file, ...args], { last: true });
  process.exitCode = code;
});
