/** Workspaces and the settings people govern. */
import { z } from 'zod';
import { alertSettingsSchema } from './alerts.ts';
import { guardrailsSchema, surgeSchema } from './board.ts';
import { classificationSettingsSchema } from './classification.ts';
import { emailSchema, idSchema, nameSchema, patchOf } from './common.ts';
import { modelSettingsSchema } from './models.ts';
import { roleSchema } from './people.ts';
import { timeZoneSchema } from './schedules.ts';
import { routingSettingsSchema } from './routing-settings.ts';
import { sessionSettingsSchema } from './session-settings.ts';
import { surveyRulesSchema, surveySettingsSchema } from './surveys.ts';

/** What the bot of the widget may do by itself. */
const botSettingsSchema = z.object({
  /** Answers from public articles before it asks for a person. */
  answers: z.boolean().default(true),
  /** From which confidence on. */
  minimumConfidence: z.number().min(0.5).max(1).default(0.84),
});

export const workspaceSettingsSchema = z.object({
  sessions: sessionSettingsSchema.prefault({}),
  offers: z
    .object({
      timeoutSeconds: z.number().int().min(5).max(600).default(30),
      /** Chats are given outright, to whoever is at the desk, instead of being offered. */
      autoAccept: z.boolean().default(false),
      /** Mail is offered as well, instead of being given outright. */
      mail: z.boolean().default(false),
      mailTimeoutSeconds: z.number().int().min(15).max(3_600).default(120),
    })
    .prefault({}),
  routing: routingSettingsSchema.prefault({}),
  presence: z
    .object({
      /** An agent whose desk has been silent this long counts as gone. */
      heartbeatTimeoutSeconds: z.number().int().min(10).max(600).default(45),
      /** Minutes without a key or a pointer at any desk of theirs after which an agent's status changes; 0: never. */
      idleMinutes: z
        .number('Give whole minutes')
        .int('Give whole minutes')
        .min(0)
        .max(480)
        .default(0),
      /** Away still gets mail, offline nothing. */
      idleStatus: z.enum(['away', 'offline']).default('away'),
    })
    .prefault({}),
  surveys: surveySettingsSchema.prefault({}),
  /** Closed, the widget takes no new conversation and says where to write instead. */
  chat: z.object({ open: z.boolean().default(true) }).prefault({}),
  bot: botSettingsSchema.prefault({}),
  classification: classificationSettingsSchema.prefault({}),
  /** The public site with articles, the form and one's own conversations. */
  portal: z.object({ enabled: z.boolean().default(true) }).prefault({}),
  surge: surgeSchema.prefault({}),
  guardrails: guardrailsSchema.prefault({}),
  alerts: alertSettingsSchema.prefault({}),
  models: modelSettingsSchema.prefault({}),
  assistantName: nameSchema.default('Segue assistant'),
  greeting: z
    .string()
    .trim()
    .min(1)
    .max(400)
    .default('Hello! Tell us what you need and we will find the right person.'),
  accentColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'Give a colour as six hexadecimal digits, like #0f766e')
    .default('#0f766e'),
  agentSignature: z.string().max(1_000).default(''),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;

/** `PATCH /api/settings`: only the parts that change; what is left out stays as it is. */
export const changeSettingsSchema = z.object({
  sessions: patchOf(sessionSettingsSchema).optional(),
  offers: patchOf(workspaceSettingsSchema.shape.offers.unwrap()).optional(),
  routing: patchOf(routingSettingsSchema)
    .extend({
      rebalance: patchOf(routingSettingsSchema.shape.rebalance.unwrap()).optional(),
      onAway: patchOf(routingSettingsSchema.shape.onAway.unwrap()).optional(),
      optionalSkills: patchOf(routingSettingsSchema.shape.optionalSkills.unwrap()).optional(),
    })
    .optional(),
  presence: patchOf(workspaceSettingsSchema.shape.presence.unwrap()).optional(),
  surveys: z
    .object({
      session: patchOf(surveyRulesSchema).optional(),
      ticket: patchOf(surveyRulesSchema).optional(),
    })
    .optional(),
  chat: patchOf(workspaceSettingsSchema.shape.chat.unwrap()).optional(),
  bot: patchOf(botSettingsSchema).optional(),
  classification: patchOf(classificationSettingsSchema).optional(),
  portal: patchOf(workspaceSettingsSchema.shape.portal.unwrap()).optional(),
  models: patchOf(modelSettingsSchema)
    .extend({ redact: patchOf(modelSettingsSchema.shape.redact.unwrap()).optional() })
    .optional(),
  assistantName: nameSchema.optional(),
  greeting: z.string().trim().min(1).max(400).optional(),
  accentColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'Give a colour as six hexadecimal digits, like #0f766e')
    .optional(),
  agentSignature: z.string().max(1_000).optional(),
});

/** `GET /api/settings/widget`: what a developer needs to put the chat on a site. */
export const widgetKeysSchema = z.object({
  /** Public: stands in the script tag. */
  widgetKey: z.string(),
  /** Signs the addresses a page vouches for; never sent to a browser of a customer. */
  identitySecret: z.string(),
});

export const workspaceSchema = z.object({
  id: idSchema,
  name: z.string(),
  slug: z.string(),
  settings: workspaceSettingsSchema,
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** `POST /api/workspaces`: the wizard's answers; makes the workspace and its first admin. */
export const createWorkspaceSchema = z.object({
  workspaceName: nameSchema,
  supportAddress: emailSchema,
  adminName: nameSchema,
  adminEmail: emailSchema,
  password: z.string().min(10).max(128),
  /** Zone of the hours it starts with. */
  timeZone: timeZoneSchema.default('UTC'),
});

/** `GET /api/welcome`: what the sign-in page may offer before anyone is signed in. */
export const welcomeSchema = z.object({
  /** Demo accounts, only while the demo workspace is installed with its published password. */
  demo: z
    .object({
      password: z.string(),
      accounts: z.array(z.object({ name: z.string(), email: z.string(), role: roleSchema })),
    })
    .nullable(),
  /** Whether anybody may set up a workspace of their own from the sign-in page. */
  mayCreateWorkspace: z.boolean(),
  /** Whether there is nobody yet who could sign in. */
  empty: z.boolean(),
});

/** `GET /api/me`: the signed-in person in the workspace they are working in. */
export const meSchema = z.object({
  memberId: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  permissions: z.array(z.string()),
  workspace: workspaceSchema,
  workspaces: z.array(z.object({ id: idSchema, name: z.string() })),
  /** Address of the page with the widget to try, when the installation has one. */
  demoShopUrl: z.string().nullable(),
  /** Public key of the widget, for the script tag; it is in every page that embeds it. */
  widgetKey: z.string().optional(),
  /** The most that one attached file may have. */
  uploadMaxBytes: z.number().int().positive(),
});
export type Me = z.infer<typeof meSchema>;

/** `GET /api/first-steps`: what of that which makes a workspace work has been done. */
export const firstStepsSchema = z.object({
  /** Somebody has written in the chat. */
  chat: z.boolean(),
  /** A mail has come in. */
  mail: z.boolean(),
  /** A server for outgoing mail is set. */
  sending: z.boolean(),
  articles: z.boolean(),
  colleagues: z.boolean(),
});
export type FirstSteps = z.infer<typeof firstStepsSchema>;
