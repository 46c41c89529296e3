import { coffeeChats } from './chats-coffee.ts';
import { orderChats } from './chats-orders.ts';
import { mails } from './mails.ts';
import type { Story } from './story.types.ts';

export type { ChatStory, Exchange, MailStory, Person, Story } from './story.types.ts';

/** Every part there is to play. */
export const stories: readonly Story[] = [...orderChats, ...coffeeChats, ...mails];
