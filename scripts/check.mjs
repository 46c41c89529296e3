// `npm run check`: everything that is not slow. `npm run check -- lint types` runs those alone.
import { CHECKS, check } from './lib/check.mjs';
import { install } from './lib/install.mjs';
import { main, Sentence } from './lib/say.mjs';

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in CHECKS));
  if (unknown !== undefined) {
    throw new Sentence(
      `There is no check "${unknown}"; there are ${Object.keys(CHECKS).join(', ')}.`,
    );
  }
  await install();
  const { failed } = await check(wanted.length > 0 ? wanted : Object.keys(CHECKS));
  if (failed.length > 0) throw new Sentence(`Failed: ${failed.join(', ')}.`);
});
