/** Words of the command palette and the shortcuts that hold everywhere. */
export const commandsEn = {
  search: 'Search or run a command',
  groups: { go: 'Go to', status: 'Your status', desk: 'Desk', search: 'Search' },
  searchFor: 'Search conversations and customers for “{{words}}”',
  goInbox: 'Go to the inbox',
  goView: 'Open view: {{view}}',
  goQueue: 'Open queue: {{queue}}',
  goMail: 'Go to mail',
  goKnowledge: 'Go to knowledge',
  goSettings: 'Go to settings',
  setStatus: 'Set status: {{status}}',
  theme: 'Theme: {{theme}}',
  shop: 'Open the demo shop',
  signOut: 'Sign out',
} as const;
