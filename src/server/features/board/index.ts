export { boardRoutes } from './board.routes.ts';
export { createBoardService } from './board.service.ts';
