// `npm run build`: the desk and the widget, each when its sources changed.
import { prepare } from './lib/start.mjs';
import { main } from './lib/say.mjs';

await main(prepare);
