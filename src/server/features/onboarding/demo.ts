import { assistantPolicySchema } from '../../../contracts/assistant.ts';
import { commonCategories, languageSkills, type Blueprint } from './blueprint.ts';
import { demoArticles } from './demo-articles.ts';
import { standardPromises } from './standard-promises.ts';

/** Published on the sign-in page and in the README: the demo workspace is for trying, not for keeping. */
export const demoPassword = 'segue-demo-2026';

/** The demo workspace: a small coffee roaster and the people who look after its customers. */
export const demoBlueprint: Blueprint = {
  workspaceName: 'Lowtide Coffee',
  supportAddress: 'support@lowtide.test',
  timeZone: 'Europe/Berlin',
  promises: standardPromises.map((promise) => ({ ...promise, enabled: true })),
  articles: demoArticles,
  // It writes for agents and sends nothing by itself: that is for the admin to begin with.
  assistant: assistantPolicySchema.parse({ otherwise: { autonomy: 'draft', answerFrom: 0.6 } }),
  groups: ['Front desk', 'Billing', 'Workshop'],
  skills: [
    ...languageSkills,
    {
      name: 'repairs',
      keywords: ['repair', 'broken', 'grinder', 'leak', 'descale', 'burr', 'motor'],
    },
  ],
  categories: commonCategories.map((category) => ({
    ...category,
    keywords: [...category.keywords],
  })),
  // Inboxes with something in them, of people who are not all signed in.
  handOver: 'fill',
  routing: { onAway: { policy: 'keep' } },
  queues: [
    {
      name: 'Live chat',
      priority: 10,
      conditions: { routingChannels: ['messaging'] },
      groups: ['Front desk'],
    },
    {
      name: 'Billing follow-ups',
      priority: 30,
      conditions: { routingChannels: ['email'], categories: ['Billing'] },
      groups: ['Billing', 'Front desk'],
    },
    {
      name: 'Workshop',
      priority: 40,
      conditions: { routingChannels: ['email'], categories: ['Technical'] },
      groups: ['Workshop', 'Front desk'],
    },
    { name: 'Mail', priority: 50, conditions: {}, groups: ['Front desk'], isDefault: true },
  ],
  people: [
    {
      name: 'Ana Ruiz',
      email: 'ana@lowtide.test',
      password: demoPassword,
      role: 'agent',
      groups: ['Front desk', 'Billing'],
      skills: [
        { name: 'english', level: 5 },
        { name: 'spanish', level: 5 },
      ],
    },
    {
      name: 'Ben Okafor',
      email: 'ben@lowtide.test',
      password: demoPassword,
      role: 'agent',
      groups: ['Front desk', 'Workshop'],
      skills: [
        { name: 'english', level: 5 },
        { name: 'french', level: 4 },
        { name: 'repairs', level: 5 },
      ],
    },
    {
      name: 'Clara Weiss',
      email: 'clara@lowtide.test',
      password: demoPassword,
      role: 'supervisor',
      groups: ['Front desk', 'Billing'],
      skills: [
        { name: 'english', level: 5 },
        { name: 'german', level: 5 },
      ],
    },
    {
      name: 'Devi Rao',
      email: 'devi@lowtide.test',
      password: demoPassword,
      role: 'admin',
      groups: ['Front desk'],
      skills: [{ name: 'english', level: 5 }],
    },
  ],
};
