/** Words of the first steps in a new workspace. */
export const firstStepsEn = {
  title: 'First steps',
  lead: 'Five minutes to the first conversation.',
  demoTitle: 'Try it',
  demoLead: 'Play both sides: a customer in the shop, and the agent here.',
  hide: 'Hide these',
  done: 'Done',
  online: {
    title: 'Go online',
    lead: 'Chats are offered and mail is given to whoever is online.',
    act: 'Go online',
  },
  chat: {
    title: 'Write in the chat',
    lead: 'As a customer would, and answer here. Then put the chat on your site.',
    act: 'Open the chat',
    more: 'Put it on a site',
  },
  shop: {
    title: 'Be a customer',
    lead: 'Write in the chat of the shop, and answer here.',
    act: 'Open the shop',
  },
  mail: {
    title: 'Receive mail',
    lead: 'Mail to your support address becomes tickets.',
    act: 'See how',
  },
  sending: {
    title: 'Send mail',
    lead: 'Set SEGUE_OUTGOING_SMTP and start again. Until then answers wait in the outbox.',
    act: 'See the outbox',
  },
  articles: {
    title: 'Write or import articles',
    lead: 'The assistant answers from them, word by word, and customers read them.',
    act: 'Open knowledge',
  },
  colleagues: {
    title: 'Add a colleague',
    lead: 'Work goes to whoever has room for it.',
    act: 'Add people',
  },
} as const;
