import {
  createCallRetention,
  createLedger,
  createModels,
  createModelSettings,
} from '../features/models/index.ts';
import { createEntityPatterns } from '../features/classification/index.ts';
import { settingsOf } from '../features/workspaces/index.ts';
import type { Core } from '../platform/core.ts';
import { createEncoderThread } from '../platform/encoder/index.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import { createModelCaller } from '../platform/models/index.ts';
import { createSealer } from '../platform/sealing.ts';
import type { ServiceDeps } from './services.ts';

export type ModelServices = ReturnType<typeof createModelServices>;

/** Models: asking those of workspaces, setting them up, forgetting what was asked; and the one of our own. */
export function createModelServices({ config, secrets }: ServiceDeps, core: Core) {
  const http = createHttpClient({ allowedHosts: config.allowedHosts });
  const ticks = () => performance.now();
  const sealer = createSealer(secrets.keyFor('models'));
  const models = createModels({
    ...core,
    settingsOf,
    ticks,
    patternsOf: createEntityPatterns(core).compiledOf,
    ledger: createLedger({ ...core, sealer, settingsOf }),
    caller: createModelCaller({ clock: core.clock, http, ticks, chance: Math.random }),
  });
  return {
    models,
    /** What comes with Segue says what English texts mean; null where it is switched off. */
    encoder: config.encoder ? createEncoderThread() : null,
    modelSettings: createModelSettings({ ...core, http, models, sealer }),
    callRetention: createCallRetention({ ...core, settingsOf }),
  };
}
