/** Words of the recipes. */
export const recipesEn = {
  lead: 'Ready-made rules for common situations. Put in, they are ordinary rules, queues and views that you can change; taken out, they are gone.',
  in: 'In use',
  by: 'Put in by {{name}}',
  somebody: 'somebody',
  makes_one: 'What it makes: {{count}} thing',
  makes_other: 'What it makes: {{count}} things',
  kinds: { rule: 'The rule', queue: 'The queue', view: 'The view' },
  put: 'Put it in',
  takeOut: 'Take it out',
  putInNamed: 'Put “{{name}}” in',
  takeOutNamed: 'Take “{{name}}” out',
  putIn: '“{{name}}” is in use',
  takenOut: '“{{name}}” is taken out',
  failed: 'That did not work',
} as const;
