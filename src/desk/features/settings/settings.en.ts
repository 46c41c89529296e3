import { chatsEn } from './chats.en.ts';

/** Words of the settings. */
export const settingsEn = {
  label: 'Sections of the settings',
  search: 'Search settings',
  nothingFound: 'No setting is called “{{query}}”.',
  back: 'All settings',
  groups: {
    conversations: 'Conversations',
    automation: 'Automation',
    work: 'Work',
    workspace: 'Workspace',
  },
  /** Of each section its name, and words people look for it by. */
  sections: {
    chats: {
      title: 'Chats',
      words:
        'end session agent customer email routing offer time accept presence gone inactive silence reminder follow-up grace backlog close solved',
    },
    widget: {
      title: 'Widget',
      words: 'greeting assistant name colour signature script snippet site identity secret',
    },
    categories: {
      title: 'Categories',
      words: 'topics kinds form fields keywords examples classify',
    },
    portal: { title: 'Portal', words: 'help site public articles form ask own conversations' },
    recipes: {
      title: 'Recipes',
      words: 'presets ready surge out of hours abandoned report survey install',
    },
    assistant: {
      title: 'Assistant',
      words: 'bot answers articles confidence threshold category classify model automatic',
    },
    entities: {
      title: 'Found in tickets',
      words: 'order numbers versions dates amounts patterns entities regular expression',
    },
    models: {
      title: 'Models',
      words:
        'language model llm openai anthropic claude ollama embedding key price budget redaction privacy provider',
    },
    people: { title: 'People', words: 'colleagues members invite role agent supervisor admin' },
    apiKeys: {
      title: 'API keys',
      words: 'developer program rest token bearer integration open tickets',
    },
    surveys: {
      title: 'Satisfaction',
      words: 'survey csat rating stars thumbs question ask feedback mail expiry',
    },
    macros: { title: 'Macros', words: 'texts templates canned responses variables acts slash' },
    triggers: {
      title: 'Rules',
      words: 'triggers automation conditions actions webhook notify order dry run',
    },
    tags: { title: 'Tags', words: 'labels words tickets' },
    queues: {
      title: 'Queues',
      words: 'routing conditions groups priority waiting ladder relax pause order hand over mail',
    },
    alerts: {
      title: 'Alerts',
      words:
        'supervisors board backlog threshold breach nobody online stuck mail webhook guardrails aged',
    },
    routing: {
      title: 'Routing',
      words:
        'router policy risk round robin least loaded longest idle offers accept away rebalance unbegun skills reasons retention',
    },
    groups: { title: 'Groups', words: 'team members queues' },
    agents: { title: 'Agents', words: 'skills level language groups capacity' },
    skills: { title: 'Skills', words: 'language product topic keywords level' },
    capacity: {
      title: 'Capacity',
      words: 'units budget ceiling chats mails calls weight priority how many',
    },
    schedules: {
      title: 'Schedules',
      words: 'business hours opening holidays time zone exceptions closed week',
    },
    sla: {
      title: 'Promises (SLA)',
      words: 'sla policies targets first reply resolution due breach at risk escalation clocks',
    },
    statuses: { title: 'Statuses', words: 'online away offline custom presence' },
  },
  saved: 'Saved',
  failed: 'The setting was not saved',
  save: 'Save',
  chats: chatsEn,
  widget: {
    chatTitle: 'Chat',
    open: 'The chat is open',
    openOn: 'The widget takes new conversations.',
    openOff: 'The widget says that the chat is closed and leads to the form of the portal.',
    closing:
      'Every chat that runs ends at once, those with the bot too; {{running}} of them are with agents or wait for one. Opening again does not bring them back. Customers are told, and the widget leads to the form of the portal.',
    title: 'What customers see',
    assistantName: 'Name of the assistant',
    greeting: 'Greeting',
    greetingHint: 'The first words of every conversation.',
    colour: 'Colour',
    colourHint: 'Six hexadecimal digits, like #0f766e. Text on it turns black or white by itself.',
    colourWrong: 'Write # and six hexadecimal digits, like #0f766e',
    signature: 'Signature under mails of agents',
    snippetTitle: 'Put it on your site',
    snippetLead: 'One line before the end of the body. It works on any page.',
    snippet: 'Script tag',
    shop: 'Try it in the demo shop',
    noSnippet: 'The script tag could not be read from this installation.',
  },
  portal: {
    title: 'Public site',
    lead: 'Articles everybody may read, a form to ask on, and one’s own conversations after a mailed link.',
    enabled: 'Show the public site',
    enabledOn: 'Customers find it at the address below.',
    enabledOff: 'The address below answers as if there were nothing.',
    address: 'Address',
    open: 'Open it',
  },
  identity: {
    title: 'Vouch for signed-in users',
    lead: "Your server signs the address of a user with this secret (HMAC-SHA256, hexadecimal), and the page passes the signature to segue('identify'). Keep it on the server.",
    secret: 'Identity secret',
    show: 'Show the secret',
  },
  people: {
    lead: 'Colleagues of this workspace.',
    add: 'Add a colleague',
    addTitle: 'Add a colleague',
    name: 'Name',
    email: 'Email',
    role: 'Role',
    groups: 'Groups',
    noGroups: 'None',
    submit: 'Create the invitation',
    invited: 'Invitation for {{name}}',
    invitedLead: 'Send this link to {{name}}. It works once, and lets them choose a password.',
    link: 'Invitation link',
    done: 'Done',
    failed: 'The colleague was not added',
    acts: 'Acts',
    roleOf: 'Role of {{name}}',
    remove: 'Remove',
    removeConfirm: 'Remove {{name}}',
    removed: '{{name}} is no member any more',
    notChanged: 'That was not changed',
    again: 'Link again',
    caption: 'Colleagues',
    roleHints: {
      agent: 'Answers customers',
      supervisor: 'Also assigns work, sees mail and tags',
      admin: 'Also changes settings and adds people',
    },
  },
  tags: {
    lead: 'Words for tickets. Renaming one renames it everywhere.',
    add: 'Add',
    name: 'New tag',
    caption: 'Tags',
    tickets: 'Tickets',
    rename: 'Rename {{name}}',
    remove: 'Delete',
    removeConfirm: 'Delete from {{count}} tickets',
    renamed: 'Renamed to {{name}}',
    failed: 'The tag was not changed',
    empty: 'There are no tags yet. Add one above, or by writing it into a ticket.',
    acts: 'Acts',
  },
} as const;
