// Adds to package-lock.json the packages of other platforms that npm left out. Run it after `npm install`
// of a new dependency when `npm run check` says that entries are missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { completed, missingEntries } from './lib/lockfile.mjs';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const path = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = missingEntries(lock);
writeFileSync(path, `${JSON.stringify(completed(lock), null, 2)}\n`);
say(`${added.length} entries were missing`);
