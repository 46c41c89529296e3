/** Words of the frame around every page. */
export const shellEn = {
  product: 'Segue',
  skip: 'Skip to the content',
  areas: 'Areas',
  topBar: 'Search and status',
  inbox: 'Inbox',
  operations: 'Operations',
  govern: 'Govern',
  reports: 'Reports',
  knowledge: 'Knowledge',
  settings: 'Settings',
  back: 'Back',
  showDetails: 'Show details',
  hideDetails: 'Hide details',
  unread_one: '{{count}} item needs attention',
  unread_other: '{{count}} items need attention',
  connection: {
    reconnecting: 'The connection was lost. Reconnecting; what you write is kept.',
    back: 'Connected again',
  },
  theme: {
    label: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
} as const;
