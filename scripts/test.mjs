// `npm test`: installs and builds what is missing, checks, and runs every test. The last line is always
// `N passed, N failed`. `npm test -- unit` runs a part; what follows the parts filters files by name.
import { main } from './lib/say.mjs';
import { test } from './lib/test.mjs';

await main(() => test(process.argv.slice(2)));
