import type { MailStory } from './story.types.ts';

/** Mails, from one line to a long letter. */
export const mails: readonly MailStory[] = [
  {
    kind: 'mail',
    customer: { name: 'Eleanor Fairweather', email: 'eleanor@fairweather-cottage.example' },
    category: 'Question',
    tags: ['brewing'],
    subject: 'A question about percolators, and a small story',
    text: 'Dear all at Quay Street,\n\nI hope this finds you well. My late husband bought our coffee from you since you opened, always Harbour Blend, always on the first Friday. I have kept his percolator, which is older than most of your staff, I expect.\n\nNow the question. The new bags say “espresso and milk”. Is it still right for a percolator, or should I take another? And has the roast changed? It seems a touch darker to me, but so does everything at my age.\n\nThere is no hurry at all. I go to the harbour on Fridays anyway.',
    signature: 'With kind regards\nEleanor Fairweather\n\nRose Cottage, Upper Lane',
    exchanges: [
      {
        agent:
          'Dear Mrs Fairweather,\n\nthank you for the story. The roast has not changed, only the bag. For a percolator ask for a coarse grind, then it tastes as it always has. And come in on Friday: the first cup is on us.',
        customer: 'How very kind. I shall wear my good hat.',
      },
      { agent: 'We look forward to meeting the hat. Until Friday!' },
    ],
  },
  {
    kind: 'mail',
    customer: {
      name: 'Northern Ferries, Procurement',
      email: 'procurement@northern-ferries.example',
    },
    category: 'Billing',
    tags: ['invoice', 'companies'],
    subject: 'PO 2207-118 / invoice F-2231 / 30 days',
    text: 'Please note that invoice F-2231 does not state our purchase order number 2207-118. As per our terms it cannot be paid. Kindly reissue.',
    signature:
      '--\nNorthern Ferries plc · Procurement\nRegistered in Port Ellis no. 00412\nThis e-mail and any attachment are confidential. If you are not the intended recipient, delete it.',
    exchanges: [
      {
        agent:
          'Good day,\n\ninvoice F-2231 has been issued again with purchase order 2207-118. You find it in your account.',
        customer: 'Received with thanks.',
      },
      { agent: 'Thank you.' },
    ],
  },
  {
    kind: 'mail',
    customer: { name: 'Kofi Mensah', email: 'kofi.mensah@drumline.example' },
    category: 'Orders',
    tags: ['broken', 'replacement'],
    subject: 'broken jar',
    text: 'the storage jar in order 48288 is broken, there is glass in the coffee. what now?',
    exchanges: [
      {
        agent:
          'Hello Kofi,\n\nplease throw the coffee away, and take care of your fingers. A new jar and a new bag leave today. You need not send anything back.',
        customer: 'wow ok, thank you',
      },
      { agent: 'With pleasure.' },
    ],
  },
  {
    kind: 'mail',
    customer: { name: 'Heike Sommerfeld', email: 'heike.sommerfeld@heidepost.example' },
    category: 'Orders',
    tags: ['parcel'],
    subject: 'Päckchen liegt seit einer Woche im Zoll?',
    text: 'Guten Tag,\n\nmeine Bestellung 48240 liegt laut Verfolgung seit letzter Woche „in Bearbeitung“. Muss ich etwas tun? Ich habe am Samstag Gäste und hätte den Kaffee gern vorher.',
    signature: 'Viele Grüße\nHeike Sommerfeld',
    exchanges: [
      {
        agent:
          'Guten Tag Frau Sommerfeld,\n\nSie müssen nichts tun. Der Beleg hatte sich gelöst, ich habe ihn heute nachgereicht. Sollte das Paket bis Donnerstag nicht freigegeben sein, schicke ich ein zweites per Express.',
        customer: 'Heute angekommen! Der Samstag ist gerettet.\n\nHeike Sommerfeld',
      },
      { agent: 'Wie schön. Viel Freude mit Ihren Gästen!' },
    ],
  },
  {
    kind: 'mail',
    customer: { name: 'Rafael Nunes', email: 'rafael.nunes@marinha.example' },
    category: 'Account',
    tags: ['privacy'],
    subject: 'Delete my account',
    text: 'Please delete my account and all data about me, and confirm it.\n\nRafael Nunes',
    exchanges: [
      {
        agent:
          'Hello Rafael,\n\nyour account and your details are deleted. By law we keep the bills of the last years, without your account. This mail is the confirmation.',
      },
    ],
  },
  {
    kind: 'mail',
    customer: { name: 'Sunniva Berg', email: 'sunniva.berg@fjell.example' },
    category: 'Technical',
    tags: ['grinder', 'warranty'],
    subject: 'Re: Your order 48105 has been sent',
    text: 'Hi, answering this mail as I found no other. The adjusting ring of the grinder slips from step 30 on. Serial TW24110092.\n\n> Good news: your order 48105 left Quay Street today.\n> You can follow it with the link below.',
    signature: 'Sunniva\n\nSent from my phone',
    exchanges: [
      {
        agent:
          'Hello Sunniva,\n\nthat is the spring below the ring, it is covered by the warranty. Could you tell me whether it also slips without beans in it?',
        customer: 'Yes, also empty.\n\nSunniva',
      },
      {
        agent:
          'Thank you. A new ring with its spring leaves tomorrow, it takes a minute to change.',
        customer: 'You people are fast. It works again.',
      },
      { agent: 'That is how it should be!' },
    ],
    note: 'Ring and spring, set B. In stock: 6.',
  },
  {
    kind: 'mail',
    customer: { name: 'Olu Adeyemi', email: 'olu@adeyemi.example' },
    category: 'Orders',
    tags: ['return'],
    subject: 'return',
    text: 'want to return one unopened bag harbour blend. how',
    exchanges: [
      {
        agent:
          'Hello Olu,\n\nprint the label at the foot of this mail, put it on any envelope and drop it at a post office. The €9.50 are back within five working days after it arrives.',
      },
    ],
  },
  {
    kind: 'mail',
    customer: { name: 'Valérie Lemaire', email: 'v.lemaire@librairie-du-port.example' },
    category: 'Question',
    tags: ['companies'],
    subject: 'Du café pour notre librairie',
    text: 'Bonjour,\n\nnous ouvrons un petit coin café dans notre librairie et cherchons un torréfacteur de la région.',
    html: '<p>Bonjour,</p><p>nous ouvrons un petit <b>coin café</b> dans notre librairie et cherchons un torréfacteur de la région. Nous aurions besoin de&nbsp;:</p><ul><li>3 kg par mois de Harbour Blend</li><li>1 kg de Night Ferry</li><li>une formation d’une heure&nbsp;?</li></ul><p>Passez nous voir&nbsp;!</p><hr><p style="font-size:12px;color:#777">Valérie Lemaire · Librairie du Port · 5, quai des Brumes</p>',
    exchanges: [
      {
        agent:
          'Bonjour Valérie,\n\nquelle belle idée ! Nous livrons volontiers ces quantités, et je viens moi-même pour la formation. Mardi prochain vous conviendrait-il ?',
        customer: 'Mardi à 15 h, parfait. À bientôt !\n\nValérie',
      },
      { agent: 'C’est noté : mardi à 15 h.' },
    ],
  },
  {
    kind: 'mail',
    customer: { name: 'Hamish MacLeod', email: 'hamish@macleod-crofts.example' },
    category: 'Billing',
    tags: ['refund', 'complaint'],
    subject: 'STILL no refund (4th mail)',
    text: 'You had my parcel back on the 2nd. It is the 19th. Your shop says “five working days”. Either you cannot count or you do not care.\n\nOrder 47991, €52.40. I expect it by Monday, or I write to the consumer office.\n\nH. MacLeod',
    exchanges: [
      {
        agent:
          'Dear Mr MacLeod,\n\nyou are right to be angry and I am sorry. The parcel had been booked in under the wrong number. I have returned the €52.40 myself a minute ago; it is with your bank by Friday. Please take the next delivery free of charge.',
        customer: 'Arrived this morning. I take back the counting. HM',
      },
      { agent: 'Thank you, Mr MacLeod. It has been sorted out for the next ones, too.' },
    ],
    note: 'Booked in under 47919. Swapped digits; told the returns desk.',
  },
  {
    kind: 'mail',
    customer: { name: 'Elena Vargas', email: 'elena.vargas@puerto.example' },
    category: 'Question',
    tags: ['gift'],
    subject: 'Vale de regalo',
    text: 'Hola, ¿tenéis vales de regalo? Es para mi jefa, que se jubila el viernes.\n\nElena',
    exchanges: [
      {
        agent:
          'Hola Elena,\n\nsí, desde 20 €. Te lo envío por correo electrónico o en una tarjeta escrita a mano; para el viernes aún llega.',
        customer: 'La tarjeta, por favor, de 50 €. ¡Gracias!',
      },
      { agent: 'Perfecto, sale esta tarde.' },
    ],
  },
  {
    kind: 'mail',
    customer: { name: 'Dave', email: 'dave@rustbucket.example' },
    category: 'Account',
    tags: ['sign-in'],
    subject: 'cant log in',
    text: 'pasword reset mail never comes. yes i looked in spam. yes the adress is right',
    exchanges: [
      {
        agent:
          'Hello,\n\nyour account is under dave@rustbukcet.example, with two letters swapped. I have put that right: the reset mail comes now.',
        customer: 'lol. my own fault then. works',
      },
      { agent: 'It happens to all of us. Have a good cup!' },
    ],
  },
];
