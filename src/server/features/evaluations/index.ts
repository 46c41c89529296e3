export { evaluationListener } from './evaluations.listener.ts';
export { evaluationRoutes } from './evaluations.routes.ts';
export { createEvaluationService } from './evaluations.service.ts';
