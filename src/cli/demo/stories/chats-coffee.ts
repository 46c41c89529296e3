import { a, c, type ChatStory } from './story.types.ts';

/** Chats about coffee, brewing, subscriptions and grinders. */
export const coffeeChats: readonly ChatStory[] = [
  {
    kind: 'chat',
    customer: { name: 'Theo Marsh', email: 'theo.marsh@inkwell.example' },
    category: 'Question',
    tags: ['advice'],
    topic: 'Which coffee for an automatic machine? The last one clogged it',
    bot: 'answers',
    turns: [
      a(
        'Hello Theo. Harbour Blend: a little darker, but not oily, so it does not clog the grinder of the machine.',
      ),
      c('and decaf for the evening?'),
      a('Night Ferry, it is decaffeinated with water alone and just as dry.'),
      c('ordering both, cheers'),
    ],
    ending: 'agent',
    farewell: 'Enjoy! Clean the machine once before, the old oil stays in there.',
  },
  {
    kind: 'chat',
    customer: { name: 'Ayşe Demir', email: 'ayse.demir@cezve.example' },
    category: 'Question',
    tags: ['brewing'],
    topic: 'Is your Tidewheel fine enough for Turkish coffee?',
    bot: 'answers',
    turns: [
      a(
        'Hello Ayşe, honestly: nearly. At step 2 it comes close, but it takes patience, about three minutes for one cup.',
      ),
      c('Honest answer! And can you grind it that fine for me?'),
      a(
        'Yes. Choose “espresso” and write “Turkish” into the remarks; the mill in the roastery does it in one go.',
      ),
      c('Then I do that. Thanks'),
    ],
    ending: 'agent',
    farewell: 'With pleasure. Afiyet olsun!',
  },
  {
    kind: 'chat',
    customer: { name: 'Paul Decker', email: 'paul.decker@werft.example' },
    category: 'Technical',
    tags: ['grinder', 'warranty'],
    topic: 'My grinder turns hard even on the coarsest setting',
    bot: 'answers',
    turns: [
      a('Hello Paul. Have you taken out the burrs and brushed them dry?'),
      c('Twice. Also blew it out with air.'),
      a(
        'Then it is a bearing, and that is covered for three years. What does the label under the base say? It begins with TW.',
      ),
      c('TW23904417'),
      a(
        'Bought two years ago, so it is in warranty. I will send you a pair of bearings by Friday, you can fit them without tools.',
      ),
      c('Is there a video or so?'),
    ],
    ending: 'agent',
    farewell: 'There is a page with pictures, I put the link into my mail. Until then!',
    after: [
      {
        agent:
          'Hello Paul,\n\nthe bearings left today. The pictures are on the warranty page of the shop: the small one goes in first.',
        customer:
          'Both in, runs like on the first day.\n\nOn Monday Lowtide Coffee wrote:\n> the bearings left today.',
      },
      { agent: 'Splendid, and well done.' },
    ],
    note: 'Serial TW23904417, bearings from drawer 4.',
  },
  {
    kind: 'chat',
    customer: { name: 'Inés Carrasco', email: 'ines.carrasco@correo.example' },
    category: 'Account',
    tags: ['subscription'],
    topic: '¿Cómo pauso la suscripción? Me voy de vacaciones',
    bot: 'answers',
    turns: [
      a(
        '¡Hola Inés! En el enlace de cada correo de la suscripción. ¿Quieres que la pause yo ahora?',
      ),
      c('Sí por favor, hasta el día 20'),
      a('Hecho: la próxima bolsa sale el 21.'),
      c('Genial, gracias!!'),
    ],
    ending: 'customer',
  },
  {
    kind: 'chat',
    customer: { name: 'Bob', email: 'bob@short.example' },
    category: 'Question',
    tags: [],
    topic: 'decaf?',
    bot: 'wants_person',
    turns: [
      a(
        'Hello! Yes: Night Ferry, decaffeinated with water alone, toffee and orange. €10.50 for 250 g.',
      ),
      c('ok'),
    ],
    ending: 'customer',
  },
  {
    kind: 'chat',
    customer: { name: 'Freya Lund', email: 'freya.lund@polar.example' },
    category: 'Account',
    tags: ['subscription', 'cancel'],
    topic: 'I want to cancel my subscription, the link does not work',
    bot: 'answers',
    turns: [
      a(
        'Hello Freya, I am sorry about the link. I can cancel it here. Was something wrong with the coffee?',
      ),
      c('no the coffee is great, i am moving abroad for a year'),
      a(
        'Then all the best for the move! It is cancelled from today, there is no notice period and nothing more is charged.',
      ),
      c('do i get that in writing?'),
    ],
    ending: 'agent',
    farewell: 'Yes, you get it by email in a few minutes.',
    after: [
      {
        agent:
          'Hello Freya,\n\nthis is to confirm that your subscription ended today. Nothing more will be charged.',
        customer: 'Thank you. I will be back next year, promise!',
      },
      { agent: 'We keep a bag for you.' },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Daniel Achterberg', email: 'd.achterberg@dijk.example' },
    category: 'Technical',
    tags: ['grinder'],
    topic: 'The crank squeaks. Is it allowed to oil a Tidewheel?',
    bot: 'by_email',
    turns: [],
    ending: 'customer',
    after: [
      {
        agent:
          'Hello Daniel,\n\none drop of food-safe oil at the top of the axle, nowhere else; the burrs must stay dry. If it still squeaks after that we look at it.',
        customer: 'One drop did it. Silence at last!',
      },
      { agent: 'Thank you for telling us.' },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Yusuf Rahman', email: 'yusuf.rahman@minaret.example' },
    category: 'Question',
    tags: ['companies'],
    topic: 'Do you deliver to offices? We are 30 people and drink a lot of it',
    bot: 'answers',
    turns: [
      a('Hello Yusuf! We do. How many kilograms do you need in a month, roughly?'),
      c('no idea tbh. 30 people, two cups each, maybe 20 days'),
      a(
        'That makes about 9 kg. From 5 kg on you pay €33.00 a kilogram for Harbour Blend, delivery included.',
      ),
      c('sounds ok. can i get an offer i can show my boss'),
    ],
    ending: 'agent',
    farewell: 'You get it by email today. Ask for me if anything is unclear!',
    after: [
      {
        agent:
          'Hello Yusuf,\n\nhere is our offer: 9 kg Harbour Blend a month at €33.00 a kilogram, so €297.00, delivered on the first Monday. No term, you can stop each month.',
        customer:
          'Boss says yes. Start in December please.\n\nYusuf Rahman\nOffice management\n-- \nThis message is confidential.',
      },
      { agent: 'Wonderful! The first 9 kg arrive on the first Monday of December.' },
    ],
  },
  {
    kind: 'chat',
    customer: { name: 'Greta Sand', email: 'greta.sand@duene.example' },
    category: 'Question',
    tags: ['brewing'],
    topic: 'mein Filterkaffee wird bitter, was mache ich falsch?',
    bot: 'answers',
    turns: [
      a('Guten Tag! Welchen Kaffee nehmen Sie, und wie heiß ist das Wasser?'),
      c('Saltmarsh, wasser direkt aus dem kocher'),
      a('Lassen Sie es nach dem Kochen eine Minute stehen und mahlen Sie drei Stufen gröber.'),
      c('probiere ich gleich aus!'),
      c('moment'),
      c('viel besser!!!'),
    ],
    ending: 'agent',
    farewell: 'Das freut mich. Guten Genuss!',
  },
  {
    kind: 'chat',
    customer: { name: 'Jean-Baptiste Moreau', email: 'jb.moreau@phare.example' },
    category: 'Account',
    tags: ['subscription'],
    topic: 'Je voudrais passer mon abonnement de Harbour Blend à Night Ferry',
    bot: 'answers',
    turns: [
      a('Bonjour ! C’est fait à partir du prochain sachet. Le prix passe à 10,50 €.'),
      c('Très bien, merci. Mon médecin sera content.'),
    ],
    ending: 'agent',
    farewell: 'Avec plaisir, et prenez soin de vous !',
  },
  {
    kind: 'chat',
    customer: { name: 'Lily Nguyen', email: 'lily.nguyen@phin.example' },
    category: 'Question',
    tags: [],
    topic: 'hi is anyone there',
    bot: 'skips',
    turns: [
      a('Hello! Yes, a person. What can I do for you?'),
      c('do u ship to portugal'),
      a('We do: four to seven working days, free from €40.'),
    ],
    ending: 'vanishes',
    patienceSeconds: 60,
  },
  {
    kind: 'chat',
    customer: { name: 'Markus Eder', email: 'markus.eder@alpenpost.example' },
    category: 'Technical',
    tags: ['grinder', 'complaint'],
    topic:
      'Second Tidewheel, same fault: the catch cup cracks after a month. This is not good enough.',
    bot: 'answers',
    turns: [
      a(
        'Good day Mr Eder. You are right, that is not good enough, and the second time even less so. Did the crack start at the thread?',
      ),
      c('Exactly there. As on the first one.'),
      a(
        'Then it comes from a batch we know of. I send you the steel cup, which cannot crack, and I would like to pay back a quarter of the price.',
      ),
      c('That I accept. When?'),
      a('The cup leaves tomorrow. The €22.25 are with you within five working days.'),
    ],
    ending: 'agent',
    farewell: 'I confirm both by email as soon as they are under way. Thank you for your patience.',
    after: [
      {
        agent: 'Good day Mr Eder,\n\nthe steel cup left this morning and the €22.25 are booked.',
        customer: 'Cup received. Money not yet, but I trust you.',
      },
      {
        agent:
          'Thank you. If it has not arrived by Friday, answer this mail and I look into it at once.',
      },
    ],
    note: 'Third cracked cup of batch 2408. Told the workshop.',
  },
];
