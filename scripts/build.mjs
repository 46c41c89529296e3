// `npm run build`: the desk and the widget, each when its sources changed.
import { build } from './lib/build.mjs';
import { main } from './lib/say.mjs';

await main(build);
