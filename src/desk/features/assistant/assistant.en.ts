/** Words of the assistant's section: its frame. */
export const assistantEn = {
  area: 'Assistant',
  go: 'Go to the assistant',
  lead: 'What it did, what it may do, and how good it was.',
  pages: 'Pages of the assistant',
  tabs: {
    activity: 'Activity',
    approvals: 'Approvals',
    policy: 'Policy',
    figures: 'Figures',
    setUp: 'Set up',
    proposals: 'Proposals',
  },
} as const;
