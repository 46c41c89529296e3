import { accountEn } from '../features/account/account.en.ts';
import { assistantEn } from '../features/assistant/assistant.en.ts';
import { learningEn } from '../features/learning/learning.en.ts';
import { turnsEn } from '../features/assistant/activity/activity.en.ts';
import { approvalsEn } from '../features/assistant/approvals/approvals.en.ts';
import { policyEn } from '../features/assistant/policy/policy.en.ts';
import { recordEn } from '../features/assistant/record/record.en.ts';
import { ticketAssistantEn } from '../features/ticket/assistant/ticket-assistant.en.ts';
import { apiKeysEn } from '../features/api-keys/api-keys.en.ts';
import { askingEn } from '../features/knowledge/asking/asking.en.ts';
import { callsEn } from '../features/calls/calls.en.ts';
import { classificationEn } from '../features/classification/classification.en.ts';
import { commandsEn } from '../features/commands/commands.en.ts';
import { firstStepsEn } from '../features/first-steps/first-steps.en.ts';
import { inboxEn } from '../features/inbox/inbox.en.ts';
import { macrosEn } from '../features/macros/macros.en.ts';
import { knowledgeEn } from '../features/knowledge/knowledge.en.ts';
import { mailEn } from '../features/mail/mail.en.ts';
import { modelsEn } from '../features/models/models.en.ts';
import { offersEn } from '../features/offers/offers.en.ts';
import { operationsEn } from '../features/operations/operations.en.ts';
import { presenceEn } from '../features/presence/presence.en.ts';
import { evaluationsEn } from '../features/evaluations/evaluations.en.ts';
import { incidentsEn } from '../features/incidents/incidents.en.ts';
import { searchEn } from '../features/search/search.en.ts';
import { privacyEn } from '../features/privacy/privacy.en.ts';
import { recipesEn } from '../features/recipes/recipes.en.ts';
import { sessionGateEn } from '../features/session-gate/session-gate.en.ts';
import { settingsEn } from '../features/settings/settings.en.ts';
import { teamEn } from '../features/team/team.en.ts';
import { briefEn } from '../features/ticket/brief/brief.en.ts';
import { composerEn } from '../features/ticket/composer/composer.en.ts';
import { routingEn } from '../features/routing/routing.en.ts';
import { schedulesEn } from '../features/schedules/schedules.en.ts';
import { slaEn } from '../features/sla/sla.en.ts';
import { surveysEn } from '../features/surveys/surveys.en.ts';
import { ticketEn } from '../features/ticket/ticket.en.ts';
import { timelineEn } from '../features/ticket/timeline/timeline.en.ts';
import { triggersEn } from '../features/triggers/triggers.en.ts';
import { componentsPageEn } from '../pages/components-page.en.ts';
import { shellEn } from '../shell/shell.en.ts';
import { uiEn } from '../ui/ui.en.ts';

/** The English catalogue, the source of all keys. A feature adds its own `features/x/x.en.ts` here, one line each. */
export const en = {
  ui: uiEn,
  shell: shellEn,
  componentsPage: componentsPageEn,
  gate: sessionGateEn,
  account: accountEn,
  presence: presenceEn,
  privacy: privacyEn,
  firstSteps: firstStepsEn,
  offers: offersEn,
  apiKeys: apiKeysEn,
  calls: callsEn,
  commands: commandsEn,
  evaluations: evaluationsEn,
  inbox: inboxEn,
  incidents: incidentsEn,
  search: searchEn,
  ticket: ticketEn,
  timeline: timelineEn,
  composer: composerEn,
  brief: briefEn,
  knowledge: knowledgeEn,
  asking: askingEn,
  assistant: assistantEn,
  learning: learningEn,
  turns: turnsEn,
  policy: policyEn,
  approvals: approvalsEn,
  record: recordEn,
  ticketAssistant: ticketAssistantEn,
  classification: classificationEn,
  mail: mailEn,
  macros: macrosEn,
  models: modelsEn,
  operations: operationsEn,
  routing: routingEn,
  schedules: schedulesEn,
  sla: slaEn,
  surveys: surveysEn,
  recipes: recipesEn,
  settings: settingsEn,
  team: teamEn,
  triggers: triggersEn,
} as const;
