// Fails the build when the page of a customer's site loads more than the limit before anybody has touched
// the widget. Sizes are of the gzipped files; 1 kB is 1,000 bytes.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from './lib/paths.mjs';
import { main, say, Sentence } from './lib/say.mjs';
import { LIMIT_BYTES, filesAtStart } from './lib/widget-size.mjs';

await main(async () => {
  const read = (/** @type {string} */ file) => readFileSync(inRoot('dist', 'widget', file), 'utf8');
  const [before, panel] = ['segue.js', 'panel.js'].map((entry) =>
    filesAtStart(entry, read).reduce((sum, file) => sum + gzipSync(read(file)).length, 0),
  );
  const shown = [before, panel].map((bytes) => `${((bytes ?? 0) / 1000).toFixed(1)} kB`);
  say(`Widget, gzipped: ${shown[0]} before the first interaction, ${shown[1]} for the open panel`);
  if ((before ?? 0) > LIMIT_BYTES) {
    throw new Sentence(
      `The limit before the first interaction is ${LIMIT_BYTES / 1000} kB: move code into the panel.`,
    );
  }
});
