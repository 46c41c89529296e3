export { createClassificationListener, trainingJob } from './classification.listener.ts';
export { classificationRoutes } from './classification.routes.ts';
export { createClassificationService } from './classification.service.ts';
export { createCategoryModels, type CategoryModels } from './models.ts';
export { createEntityPatterns, type EntityPatternService } from './patterns.ts';
export { entityPatternRoutes } from './patterns.routes.ts';
