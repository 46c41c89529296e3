export { createVisitors, type Visitors } from './visitors.ts';
export { createWidgetListener } from './widget.listener.ts';
export { createWidgetService, type WidgetService } from './widget.service.ts';
export { openWidgetGateway, tellAgentTyping } from './widget.gateway.ts';
export { widgetPages } from './pages.routes.ts';
export { widgetRoutes } from './widget.routes.ts';
