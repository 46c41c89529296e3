/** Words of presence and the connection. */
export const presenceEn = {
  status: {
    label: 'Your status: {{status}}',
    title: 'Your status',
    since: 'since',
    failed: 'The status could not be changed',
    changed: 'You are now {{status}}',
    wasChanged: 'You were set to {{status}}',
    whyChanged: 'Nothing was touched here for long, offers ran out, or a supervisor changed it.',
    back: 'Online again',
    offline: 'Takes nothing; mail may be handed over by name',
    of: { messaging: 'chats', email: 'mail', call: 'calls' },
    takes: 'Takes {{what}}',
    only: '{{what}} only by name',
    byName: 'Only what is handed over by name',
    noTransfers: 'nothing by name',
    nothing: 'Takes nothing',
    shiftEnds_one: 'Your shift ends in a minute: only what is handed over by name',
    shiftEnds_other: 'Your shift ends in {{count}} minutes: only what is handed over by name',
    shiftOver: 'Your shift is over: only what is handed over by name',
  },
  connection: { lost: 'The connection was lost. Reconnecting; what you write is kept.' },
} as const;
