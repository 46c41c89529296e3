/** Words of what Segue makes of tickets by itself, and of what its assistant may do. */
export const classificationEn = {
  signals: 'Signals',
  kinds: {
    risk: 'Risk',
    person_wish: 'Wants to talk to a person',
    category: 'Category by the words',
  },
  topics: {
    legal: 'Legal',
    safety: 'Safety',
    self_harm: 'Self-harm',
    security: 'Security',
    privacy: 'Privacy',
    payment_dispute: 'Payment dispute',
    discrimination: 'Discrimination',
    press: 'Press',
  },
  sure: '{{percent}} sure',
  show: 'Show where it says “{{text}}”',
  set: 'Set {{category}}',
  settings: {
    title: 'Assistant',
    lead: 'What Segue does by itself with what customers write. Nothing is sent that is not in your articles.',
    answers: 'Answer in the chat from public articles',
    answersHint:
      'Before it asks for a person, with a link to the article and the question whether it helped.',
    answersFrom: 'Answer when this sure',
    answersFromHint:
      'Of answers given at this certainty, about as many are right. Try questions under Knowledge.',
    categories: 'Set the category of mails and forms',
    categoriesHint:
      'Where nobody has. Chats get theirs from the brief. The history says why each was set.',
    categoriesFrom: 'Set when this sure',
    categoriesFromHint: 'What is less sure is shown in the ticket for a person to decide.',
    percent: '%',
    model: 'Category model',
    modelLead:
      'Learned from the examples of your categories and from how people file tickets. A new one takes over only where it is at least as right.',
    noModel: 'None yet: give the categories examples. Until then their keywords decide.',
    version: 'Version {{version}}',
    learned: '{{examples}} examples, {{categories}} categories',
    accuracy: '{{percent}} right on examples held back',
    verdicts: {
      first: 'the first',
      challenger: 'took over',
      champion: 'the one before stayed',
      proposed: 'waits for you',
      declined: 'declined',
    },
  },
} as const;
