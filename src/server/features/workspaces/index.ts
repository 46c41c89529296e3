export { settingsRoutes } from './settings.routes.ts';
export { createWorkspaceService } from './workspaces.service.ts';
export { findWorkspace, listWorkspaceIds, settingsOf } from './workspaces.store.ts';
export { viewOf as workspaceViewOf } from './workspaces.view.ts';
