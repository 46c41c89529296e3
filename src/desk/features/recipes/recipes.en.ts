/** Words of the recipes. */
export const recipesEn = {
  lead: 'Ready-made rules for common situations. Installed, they are ordinary rules, queues and views that you can change; uninstalled, they are gone.',
  in: 'Installed',
  by: 'Installed by {{name}}',
  somebody: 'somebody',
  makes_one: 'What it makes: {{count}} thing',
  makes_other: 'What it makes: {{count}} things',
  kinds: { rule: 'The rule', queue: 'The queue', view: 'The view' },
  put: 'Install',
  takeOut: 'Uninstall',
  putInNamed: 'Install “{{name}}”',
  takeOutNamed: 'Uninstall “{{name}}”',
  putIn: '“{{name}}” is installed',
  takenOut: '“{{name}}” is uninstalled',
  failed: 'That did not work',
} as const;
