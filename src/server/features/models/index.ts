export { createLedger } from './ledger.ts';
export { modelRoutes } from './models.routes.ts';
export { createModels, type Models } from './models.service.ts';
export { createCallRetention, forgetCallsJob } from './retention.ts';
export { createModelSettings } from './settings.service.ts';
