import type { HttpApp } from '../../platform/http/app.ts';
import { figureRoutes } from './figures/figures.routes.ts';
import { gapRoutes } from './gaps/gaps.routes.ts';
import { healthRoutes } from './health/health.routes.ts';
import type { LearningService } from './learning.service.ts';
import { proposalRoutes } from './proposals/proposals.routes.ts';
import { replayRoutes } from './replays/replays.routes.ts';

/** What the assistant's work teaches. */
export function learningRoutes(app: HttpApp, learning: LearningService): void {
  figureRoutes(app, learning.figures);
  gapRoutes(app, learning.gaps);
  healthRoutes(app, learning.health);
  proposalRoutes(app, learning.proposals);
  replayRoutes(app, learning.replays);
}
