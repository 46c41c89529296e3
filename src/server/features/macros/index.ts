export { createActApplier } from './acts.ts';
export { macroRoutes } from './macros.routes.ts';
export { createMacroService } from './macros.service.ts';
export { renderMacro } from './render.ts';
