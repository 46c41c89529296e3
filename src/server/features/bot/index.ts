export { createBotService, type BotService } from './bot.service.ts';
export { createHelpFinder, type HelpFinder } from './help.ts';
export { saveBotState } from './bot.store.ts';
export { initialState, type HelpAnswer } from './state.rules.ts';
