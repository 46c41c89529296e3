/** Words of one's own settings. */
export const accountEn = {
  open: 'Your settings',
  profile: {
    title: 'Name',
    lead: 'Customers and colleagues see it above what you write.',
    name: 'Your name',
    email: 'You sign in as {{email}}. It cannot be changed.',
    save: 'Save name',
    saved: 'Your name is saved',
    failed: 'Your name was not saved',
  },
  password: {
    title: 'Password',
    lead: 'A new one signs you out everywhere but here.',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least 10 characters.',
    save: 'Change password',
    saved: 'Your password is changed',
    savedDetail: 'Other browsers and devices are signed out.',
    wrong: 'That is not your current password.',
    tooMany: 'Too many attempts. Wait a minute, then try again.',
    failed: 'Your password was not changed: {{reason}}',
  },
  screen: {
    title: 'This browser',
    lead: 'Kept here, not in your account.',
    theme: 'Theme',
  },
} as const;
