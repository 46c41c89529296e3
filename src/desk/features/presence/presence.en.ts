/** Words of presence and the connection. */
export const presenceEn = {
  status: {
    label: 'Your status: {{status}}',
    title: 'Your status',
    since: 'since',
    failed: 'The status could not be changed',
    changed: 'You are now {{status}}',
    online: 'Takes chats and mail',
    away: 'Takes mail, no chats',
    transfers_only: 'Only what is handed to you by name',
    offline: 'Takes nothing',
    of: { messaging: 'chats', email: 'mail', call: 'calls' },
    takes: 'Takes {{what}}',
    takesNothing: 'Takes nothing from the queues',
  },
  connection: { lost: 'The connection was lost. Reconnecting; what you write is kept.' },
} as const;
