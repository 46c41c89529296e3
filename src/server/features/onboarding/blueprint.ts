/** What a workspace starts with, in plain data: people, groups, skills, categories, queues. */
import type { AssistantPolicy } from '../../../contracts/assistant.ts';
import type { Role } from '../../../contracts/permissions.ts';
import type { HandOver, QueueConditions } from '../../../contracts/routing.ts';
import type { SlaRules } from '../../../contracts/sla.ts';
import { standardPromises } from './standard-promises.ts';

export interface Blueprint {
  readonly workspaceName: string;
  readonly supportAddress: string;
  /** Zone of the hours it starts with. */
  readonly timeZone: string;
  readonly groups: readonly string[];
  readonly skills: readonly { name: string; kind?: 'language'; keywords: string[] }[];
  readonly categories: readonly { name: string; description: string; keywords: string[] }[];
  readonly queues: readonly QueuePlan[];
  /** Left out: mail is handed over one undisturbed piece at a time. */
  readonly handOver?: HandOver;
  /** Left out: what settings are shipped with. */
  readonly routing?: { readonly onAway: { readonly policy: 'keep' } };
  readonly people: readonly PersonPlan[];
  /** Published at once; sections are made in the order they are first named. */
  readonly articles?: readonly ArticlePlan[];
  /** What the assistant may do at first; left out: nothing. */
  readonly assistant?: AssistantPolicy;
  /** Promises it starts with, in their order. */
  readonly promises: readonly PromisePlan[];
}

/** A policy, and whether it counts from the start. */
export interface PromisePlan {
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly rules: SlaRules;
}

export interface ArticlePlan {
  readonly section: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly visibility?: 'internal';
}

export interface QueuePlan {
  readonly name: string;
  readonly priority: number;
  readonly conditions: QueueConditions;
  readonly groups: readonly string[];
  readonly isDefault?: boolean;
}

export interface PersonPlan {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly groups: readonly string[];
  readonly skills?: readonly { name: string; level: number }[];
}

/** Skills every workspace starts with: languages the brief can tell. */
export const languageSkills = [
  'English',
  'German',
  'French',
  'Spanish',
  'Italian',
  'Dutch',
  'Portuguese',
].map((name) => ({
  name: name.toLowerCase(),
  kind: 'language' as const,
  keywords: [name.toLowerCase()],
}));

/** Categories that fit most support teams; people change them. */
export const commonCategories = [
  {
    name: 'Billing',
    description: 'Invoices, payments, refunds and prices',
    keywords: [
      'invoice',
      'bill',
      'billing',
      'charged',
      'payment',
      'refund',
      'price',
      'credit card',
      'vat',
      'receipt',
      'double charge',
    ],
  },
  {
    name: 'Orders',
    description: 'Delivery, returns and exchanges',
    keywords: [
      'order',
      'delivery',
      'parcel',
      'shipping',
      'tracking',
      'return',
      'exchange',
      'courier',
      'arrived',
      'missing item',
      'address',
    ],
  },
  {
    name: 'Technical',
    description: 'Something does not work',
    keywords: [
      'error',
      'crash',
      'bug',
      'does not work',
      'broken',
      'app',
      'login',
      'password',
      'install',
      'update',
      'log file',
      'sync',
      'battery',
      'firmware',
    ],
  },
  {
    name: 'Account',
    description: 'Profile, access and data',
    keywords: [
      'account',
      'profile',
      'email address',
      'sign in',
      'delete my account',
      'privacy',
      'newsletter',
      'subscription',
      'cancel',
    ],
  },
  {
    name: 'Question',
    description: 'Advice before or after buying',
    keywords: [
      'question',
      'how do i',
      'size',
      'which',
      'recommend',
      'available',
      'stock',
      'opening hours',
      'warranty',
    ],
  },
] as const;

/** A workspace as the wizard makes it: one group, one queue, one admin. */
export function plainBlueprint(answers: {
  workspaceName: string;
  supportAddress: string;
  adminName: string;
  adminEmail: string;
  password: string;
  timeZone: string;
}): Blueprint {
  return {
    workspaceName: answers.workspaceName,
    supportAddress: answers.supportAddress,
    timeZone: answers.timeZone,
    promises: standardPromises.map((promise) => ({ ...promise, enabled: false })),
    groups: ['Support'],
    skills: languageSkills,
    categories: commonCategories.map((category) => ({
      ...category,
      keywords: [...category.keywords],
    })),
    queues: [
      { name: 'Support', priority: 50, conditions: {}, groups: ['Support'], isDefault: true },
    ],
    people: [
      {
        name: answers.adminName,
        email: answers.adminEmail,
        password: answers.password,
        role: 'admin',
        groups: ['Support'],
      },
    ],
  };
}
