export { createBotService, type BotService } from './bot.service.ts';
export { saveBotState } from './bot.store.ts';
export { initialState } from './state.rules.ts';
