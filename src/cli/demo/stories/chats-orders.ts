import { a, c, type ChatStory } from './story.types.ts';

/** Chats about parcels, addresses, returns and bills. */
export const orderChats: readonly ChatStory[] = [
  {
    kind: 'chat',
    customer: { name: 'Nadia Petrov', email: 'nadia.petrov@brieftaube.example' },
    category: 'Orders',
    tags: ['parcel'],
    topic: 'My parcel with order 48311 has not moved since Tuesday',
    bot: 'answers',
    turns: [
      a(
        'Hello Nadia, thank you for the number. I see it: it was scanned at the depot on Tuesday and not since. I am asking the carrier now.',
      ),
      c('thank you. it is two bags and a grinder'),
      a(
        'They promise an answer by tomorrow noon. If they have lost it, a new one leaves the same day. Is your address still the one of the order?',
      ),
      c('yes, second floor'),
    ],
    ending: 'agent',
    farewell: 'Good. I will write to you by email tomorrow, whatever they say.',
    after: [
      {
        agent:
          'Hello Nadia,\n\nthe carrier has found your parcel: it had been put on the wrong van. It will be with you on Thursday before noon.',
        customer: 'It came an hour ago, all in one piece. Thanks for staying on it!',
      },
      { agent: 'That is good to read. Enjoy the grinder!' },
    ],
    note: 'Carrier case opened by phone, they call back before noon.',
  },
  {
    kind: 'chat',
    customer: { name: 'Gary Whitmore', email: 'gwhitmore77@postbox.example' },
    category: 'Orders',
    tags: ['parcel', 'complaint'],
    topic: 'WHERE IS MY ORDER. Third time I ask. 48290',
    bot: 'wants_person',
    turns: [
      a(
        'I am sorry that you have to ask a third time. I read your earlier messages: order 48290 was sent to the old address although you had changed it. That was our mistake.',
      ),
      c('so where is it NOW'),
      a(
        'At the pick-up point in Mill Lane. I can have it brought to you tomorrow, or you get a new one from us. Which do you prefer?',
      ),
      c('a new one. not going anywhere for your mistake'),
      a('Understood. It leaves today by express and you need not do anything about the other one.'),
      c('we will see'),
    ],
    ending: 'customer',
    after: [
      {
        agent:
          'Hello Mr Whitmore,\n\nyour replacement is on its way by express; the tracking link is in the other mail. I have taken the delivery costs off your bill.',
        customer: 'Arrived. Coffee is good at least.\n\nG. Whitmore',
      },
      {
        agent: 'Thank you for telling me. I have made sure that the old address is gone for good.',
      },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Mei Tanaka', email: 'mei.tanaka@kissaten.example' },
    category: 'Orders',
    tags: ['address'],
    topic: 'can i change the adress of my order from this morning? 48322',
    bot: 'answers',
    turns: [
      a('Hello Mei! Yes, until 14:00. What is the new one?'),
      c('Seilergasse 8, top bell'),
      a('Changed. You will see it in the mail that says “sent”.'),
      c('that was quick, ty!'),
    ],
    ending: 'agent',
    farewell: 'You are welcome. Have a good day!',
  },
  {
    kind: 'chat',
    customer: { name: 'Aurélie Fontaine', email: 'aurelie.fontaine@courrier.example' },
    category: 'Orders',
    tags: ['broken', 'replacement'],
    topic: 'Bonjour, la tasse de ma commande 48301 est arrivée cassée',
    bot: 'answers',
    turns: [
      a(
        'Bonjour Aurélie, je suis désolé. Pourriez-vous nous envoyer une photo de la tasse et du carton ?',
      ),
      c('Je n’ai plus le carton, je l’ai jeté ce matin…'),
      a(
        'Ce n’est pas grave, une photo de la tasse suffit. Vous pouvez répondre à mon courriel avec la photo.',
      ),
      c('D’accord, je le fais ce soir.'),
    ],
    ending: 'agent',
    farewell: 'Parfait. Dès que je l’ai, une nouvelle tasse part le jour même.',
    after: [
      {
        agent:
          'Bonjour Aurélie,\n\nvous pouvez simplement répondre à ce courriel avec la photo. La nouvelle tasse est déjà emballée.',
        customer:
          'Bonjour,\n\nvoici, elle est en trois morceaux. Merci de votre gentillesse !\n\nAurélie',
      },
      { agent: 'Merci ! La nouvelle tasse est partie cet après-midi.' },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Lars Henriksen', email: 'lars.h@fjordmail.example' },
    category: 'Orders',
    tags: ['return'],
    topic: 'Saltmarsh is too sour for me. Can I send back an opened bag?',
    bot: 'answers',
    turns: [
      a('Hello Lars, yes, within 30 days and also opened. May I ask how you brew it?'),
      c('Espresso. I know it says filter.'),
      a(
        'That explains it: as espresso it turns sharp. Keep the bag for a French press weekend, I refund the €12.00 anyway.',
      ),
      c('Really? Very decent of you.'),
    ],
    ending: 'agent',
    farewell: 'Really. The money is back within five working days, and I will confirm it by email.',
    after: [{ agent: 'Hello Lars,\n\nthe €12.00 are on their way to your card.' }],
  },
  {
    kind: 'chat',
    customer: { name: 'Chiamaka Eze', email: 'c.eze@lagoon.example' },
    category: 'Billing',
    tags: ['invoice'],
    topic: 'I need an invoice for order 48266 with my company name',
    bot: 'answers',
    turns: [
      a('Hello Chiamaka, of course. What is the exact name, and is there a VAT number?'),
      c('Eze Design Ltd, IE 3456789 T'),
      a('Thank you. I correct it and send it by email within the hour.'),
    ],
    ending: 'agent',
    farewell: 'You do not need to do anything else. Goodbye!',
    after: [
      {
        agent:
          'Hello Chiamaka,\n\nthe invoice for order 48266 now says Eze Design Ltd, IE 3456789 T. You find it in your account.',
        customer: 'Perfect, my accountant is happy for once.',
      },
      { agent: 'Then so are we!' },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Bill Trask', email: 'billtrask@harbour.example' },
    category: 'Billing',
    tags: ['double charge'],
    topic: 'charged twice!!!',
    bot: 'wants_person',
    turns: [
      a('Hello Bill, that must not happen. Which order is it?'),
      c('48299'),
      a(
        'I see two payments of €31.50. I return the second one today; your bank takes up to five working days.',
      ),
      c('fine'),
    ],
    ending: 'customer',
    after: [
      {
        agent: 'Hello Bill,\n\nthe second €31.50 were returned at 11:20 today.',
        customer: 'got it. thx',
      },
      { agent: 'Thank you for your patience.' },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Katrin Vogel', email: 'katrin.vogel@elbpost.example' },
    category: 'Billing',
    tags: ['invoice'],
    topic: 'Auf meiner Rechnung steht noch mein alter Name, Bestellung 48277',
    bot: 'answers',
    turns: [
      a('Guten Tag Frau Vogel, wie soll der Name denn lauten?'),
      c('Katrin Vogel-Brandt, seit Mai :)'),
      a('Herzlichen Glückwunsch! Ich ändere die Rechnung und Ihr Konto gleich mit.'),
      c('Danke, das ist lieb.'),
    ],
    ending: 'agent',
    farewell: 'Erledigt. Die neue Rechnung kommt gleich per Mail. Einen schönen Tag!',
    after: [
      {
        agent:
          'Guten Tag Frau Vogel-Brandt,\n\ndie Rechnung zu Bestellung 48277 trägt jetzt Ihren neuen Namen.',
      },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Sam Ortega', email: 'sam.ortega@terminal.example' },
    category: 'Orders',
    tags: ['parcel'],
    topic: 'Tracking says delivered but there is nothing here',
    bot: 'skips',
    turns: [
      a('Hello! Could you give me the order number? It has five digits.'),
      c('hang on, looking for it'),
      c('48318'),
      a('Thank you. The driver’s note says “left with neighbour, no. 14”. Do you know them?'),
    ],
    ending: 'vanishes',
    patienceSeconds: 90,
  },
  {
    kind: 'chat',
    customer: { name: 'Wilhelmina Okonkwo-Baptiste', email: 'w.okonkwo@tidings.example' },
    category: 'Orders',
    tags: ['gift'],
    topic:
      'Could you put a card with a birthday wish into order 48330? It goes straight to my sister.',
    bot: 'answers',
    turns: [
      a('What a lovely idea. Yes! What shall it say?'),
      c('“Happy sixtieth, Ada. May your cup be never empty. Mina”'),
      a('Written by hand, and the price slip stays out of the box.'),
      c('Oh, I had not even thought of that. You are a treasure.'),
      a('It leaves at three this afternoon.'),
      c('God bless. Goodbye!'),
    ],
    ending: 'customer',
  },
];
