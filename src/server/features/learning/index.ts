export { createLearningListener } from './learning.listener.ts';
export { learningRoutes } from './learning.routes.ts';
export { createLearningService } from './learning.service.ts';
