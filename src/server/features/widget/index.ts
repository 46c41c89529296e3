export { chatPageRoutes } from './chat-page.routes.ts';
export { createVisitors } from './visitors.ts';
export { createWidgetListener } from './widget.listener.ts';
export { createWidgetService } from './widget.service.ts';
export { openWidgetGateway, tellAgentTyping } from './widget.gateway.ts';
export { widgetPages } from './pages.routes.ts';
export { widgetRoutes } from './widget.routes.ts';
