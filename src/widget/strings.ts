/** Every word the widget shows, in one place. `{name}` is filled in by `t`. */
const catalogue = {
  'launcher.open': 'Open chat',
  'launcher.close': 'Close chat',
  'launcher.unread': 'Open chat, {count} new messages',
  'launcher.unreadOne': 'Open chat, 1 new message',
  'launcher.failed': 'The chat could not be loaded. Check your connection and try again.',

  'panel.title': 'Chat with {workspace}',
  'panel.close': 'Close chat',
  'panel.loading': 'Loading your conversation',
  'header.assistant': 'Assistant',
  'header.online': 'We are online',
  'header.away': 'We are away right now',
  'header.waiting': 'Finding the right person',
  'header.agent': 'Here with you',
  'header.ended': 'Conversation ended',
  'header.quiet': 'Here when you are back',

  'log.label': 'Messages',
  'log.earlier': 'Show earlier messages',
  'log.new': 'New messages',
  'log.latest': 'Latest messages',
  'log.you': 'You',
  'log.assistantTag': 'AI assistant',
  'log.typing': '{name} is typing',
  'log.announce': '{name}: {text}',
  'log.announceFiles': '{name} sent a file',
  'day.today': 'Today',
  'day.yesterday': 'Yesterday',

  'delivery.sending': 'Sending',
  'delivery.queued': 'Sent when you are back online',
  'delivery.sent': 'Sent',
  'delivery.seen': 'Seen',
  'delivery.failed': 'Not sent. {reason}',
  'delivery.retry': 'Try again',
  'delivery.discard': 'Discard',

  'composer.label': 'Your message',
  'composer.placeholder': 'Write a message',
  'composer.send': 'Send',
  'composer.attach': 'Attach files',
  'composer.drop': 'Drop files to attach them',
  'composer.ended': 'This conversation has ended. Start a new one to write to us.',
  'composer.reply': 'Write here and we answer by email',
  'composer.uploading': 'Wait until the files are uploaded',
  'composer.tooLong': '{over} characters too many',

  'file.empty': '{name} is empty.',
  'file.tooLarge': '{name} is {size}; files may have up to {max}.',
  'file.type': '{name} is a type of file we cannot take.',
  'file.tooMany': 'A message takes up to {max} files.',
  'file.failed': '{name} could not be uploaded.',
  'file.uploading': 'Uploading {name}',
  'file.remove': 'Remove {name}',
  'file.retry': 'Try again',
  'file.open': 'Open {name}',

  'prompt.name': 'Your name',
  'prompt.email': 'Your email address',
  'prompt.submit': 'Continue',
  'prompt.skipName': 'I would rather not say',
  'prompt.skipEmail': 'I have no email',
  'prompt.nameMissing': 'Enter your name, or skip this.',
  'prompt.nameMissingNoSkip': 'Enter your name.',
  'prompt.emailInvalid': 'Enter an email address like name@example.com.',
  'prompt.choices': 'Answers to choose from',

  'person.ask': 'Talk to a person',
  'person.failed': 'We could not ask for a person. {reason}',

  'waiting.first': 'You are next.',
  'waiting.place': 'You are number {position} in line.',
  'waiting.noEstimate': 'No estimate yet.',
  'waiting.soon': 'It should take less than a minute.',
  'waiting.minute': 'It should take about 1 minute.',
  'waiting.minutes': 'It should take about {minutes} minutes.',
  'waiting.long': 'It may take more than an hour.',
  'waiting.away': 'Nobody is online right now. Your messages are kept, and you keep your place.',
  'waiting.stay': 'You can go on writing; whoever answers reads it all.',

  'end.button': 'End chat',
  'end.question': 'End this conversation?',
  'end.consequence': 'You can start a new one at any time.',
  'end.confirm': 'End chat',
  'end.cancel': 'Keep chatting',
  'end.sending': 'Ending',
  'end.failed': 'The chat did not end. {reason}',

  'ended.agent': '{name} ended the conversation',
  'ended.agentUnknown': 'The conversation was ended by our team',
  'ended.customer': 'You ended the conversation',
  'ended.inactivity': 'The conversation ended because nobody wrote for a while',
  'ended.other': 'The conversation has ended',
  'ended.new': 'New conversation',

  'connection.offline': 'You are offline. What you write is sent when you are back.',
  'connection.reconnecting': 'Connection lost. Reconnecting…',
  'connection.failed': 'We could not reach the chat. Trying again…',
  'moved.notice': 'Your earlier conversation had ended, so your message started a new one.',

  'problem.offline': 'There is no connection.',
  'problem.timeout': 'There was no answer in time.',
  'problem.unknown': 'Something went wrong on our side.',
  'banner.dismiss': 'Dismiss',
} as const;

/** The name of a text in the catalogue. */
export type StringKey = keyof typeof catalogue;

/** The text with its places filled in; an unknown place stays as it is written. */
export function t(key: StringKey, values: Record<string, string | number> = {}): string {
  return catalogue[key].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
