export { createBusinessHours, type BusinessHours } from './business-hours.ts';
export { businessMs, createCalendar, nextClosing, type Calendar } from './business-time.rules.ts';
export { scheduleRoutes } from './schedules.routes.ts';
export { createScheduleService } from './schedules.service.ts';
