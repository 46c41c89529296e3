// `npm run docs`: writes docs/AUTOMATION.md, docs/CONFIG.md and docs/ERRORS.md from the code. tests/docs.test.ts fails when
// they differ from it.
import { readFileSync, writeFileSync } from 'node:fs';
import { automationPage } from './lib/automation-page.ts';
import { configPage, errorsPage, launchCodesOf } from './lib/docs.ts';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

/** @param {string} path A TypeScript file, which Node runs as it is. */
const load = (path) => import(new URL(`../${path}`, import.meta.url).href);

const { settings } = await load('src/server/config.ts');
const { errors } = await load('src/contracts/errors.ts');
const launchCodes = launchCodesOf(
  readFileSync(inRoot('src/server/platform/postgres/errors.ts'), 'utf8'),
);
const { conditionFields, conditionOperators } = await load('src/contracts/trigger-conditions.ts');
const { triggerActions, triggerActionSchema } = await load('src/contracts/trigger-actions.ts');
const { variables } = await load('src/contracts/variables.ts');
const { workspaceSettingsSchema } = await load('src/contracts/workspaces.ts');
const pages = {
  'AUTOMATION.md': automationPage({
    fields: conditionFields,
    operators: conditionOperators,
    actions: triggerActions,
    actionSchema: triggerActionSchema,
    variables,
    settings: workspaceSettingsSchema,
  }),
  'CONFIG.md': configPage(settings),
  'ERRORS.md': errorsPage(errors, launchCodes),
};
for (const [name, text] of Object.entries(pages)) {
  writeFileSync(inRoot('docs', name), text);
  say(`docs/${name}`);
}
