/** The tables as TypeScript sees them; the migrations are the truth. */
import type { AlertTables } from './tables-alerts.ts';
import type { AssistantTables } from './tables-assistant.ts';
import type { ConversationTables } from './tables-conversations.ts';
import type { KnowledgeTables } from './tables-knowledge.ts';
import type { LearningTables } from './tables-learning.ts';
import type { MacroTables } from './tables-macros.ts';
import type { ModelTables } from './tables-models.ts';
import type { PeopleTables } from './tables-people.ts';
import type { SurveyTables } from './tables-surveys.ts';
import type { RecipeTables } from './tables-recipes.ts';
import type { RoutingTables } from './tables-routing.ts';
import type { ScheduleTables } from './tables-schedules.ts';
import type { SlaTables } from './tables-sla.ts';
import type { TriggerTables } from './tables-triggers.ts';
import type { EvaluationTables } from './tables-evaluation.ts';
import type { UnderstandingTables } from './tables-understanding.ts';
import type { ViewTables } from './tables-views.ts';

export type Tables = AlertTables &
  AssistantTables &
  SurveyTables &
  KnowledgeTables &
  LearningTables &
  MacroTables &
  ModelTables &
  PeopleTables &
  RecipeTables &
  ConversationTables &
  RoutingTables &
  ScheduleTables &
  SlaTables &
  TriggerTables &
  UnderstandingTables &
  EvaluationTables &
  ViewTables;
