/** Words of the composer. */
export const composerEn = {
  region: 'Answer',
  channel: { messaging: 'Chat', email: 'Email', note: 'Note' },
  channels: 'How it is sent',
  label: {
    messaging: 'Chat message to {{name}}',
    email: 'Email to {{name}}',
    note: 'Note for the team',
  },
  placeholder: {
    messaging: 'Write a message. Enter sends, Shift Enter breaks the line, / finds macros',
    email: 'Write an email. Ctrl Enter sends, / finds macros',
    note: 'Write a note. Only colleagues see it; Enter saves',
  },
  send: { messaging: 'Send', email: 'Send email', note: 'Save note' },
  sendAnd: 'Send and set to {{status}}',
  more: 'Send and set a status',
  switched: '{{reason}} Now writing: {{channel}}.',
  colleague: '{{names}} is writing here too',
  fileTooLarge: 'Larger than {{max}}',
  fileEmpty: 'The file is empty',
  fileHolds: 'A file was not attached. Send it again, or remove it, then the message can go.',
  draftOffline: 'Draft kept in this browser; it is saved once the connection is back.',
} as const;
