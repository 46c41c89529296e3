export { createSurveyLinks } from './links.ts';
export { surveyPages } from './page.routes.ts';
export { createSurveyPages } from './page.service.ts';
export { createSurveyReader } from './reading.service.ts';
export { surveyJob, surveyListener } from './surveys.listener.ts';
export { surveyRoutes } from './surveys.routes.ts';
export { createSurveyService, type SurveyService } from './surveys.service.ts';
