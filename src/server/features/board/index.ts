export { boardRoutes } from './board.routes.ts';
export { createBoardService, type BoardService } from './board.service.ts';
