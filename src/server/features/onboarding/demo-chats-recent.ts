import type { DemoConversation } from './demo-conversations.types.ts';

const hours = 60;

/** Chats since yesterday, up to somebody who waits for a person. */
export const recentChats: readonly DemoConversation[] = [
  {
    minutesAgo: 28 * hours,
    customer: { name: 'Hanna Lindqvist', email: 'hanna.lindqvist@nordpost.example' },
    atDesk: ['ben'],
    steps: [
      {
        after: 0,
        act: 'chat',
        text: 'Hi! I would like advice: which coffee suits an automatic machine, and do I need another grinder for filter coffee at the weekend?',
      },
      { after: 0.6, act: 'chat', text: 'Hanna Lindqvist' },
      { after: 0.4, act: 'chat', text: 'hanna.lindqvist@nordpost.example' },
      { after: 0.3, act: 'chat', text: 'Talk to a person', choice: 'person' },
      { after: 0.4, act: 'take', by: 'ben' },
      {
        after: 1,
        act: 'say',
        by: 'ben',
        text: 'Hello Hanna, two nice questions. Harbour Blend suits an automatic machine: a little darker, but not oily, so it does not clog the grinder inside.',
      },
      { after: 1.5, act: 'chat', text: 'Good. It clogged twice with beans from the supermarket.' },
      { after: 0.8, act: 'chat', text: 'And for filter?' },
      {
        after: 1,
        act: 'say',
        by: 'ben',
        text: 'Saltmarsh. But the grinder of an automatic machine cannot be used for that, so you would need a second one, or order it ground.',
      },
      { after: 1.3, act: 'chat', text: 'How long does ground coffee stay good?' },
      {
        after: 0.9,
        act: 'say',
        by: 'ben',
        text: 'Best within two weeks. We grind for the way you brew, you choose it when you order.',
      },
      {
        after: 2,
        act: 'chat',
        text: 'Hm, 250 g last us a month. Then a grinder. Is the Tidewheel loud? I get up at five.',
      },
      {
        after: 1,
        act: 'say',
        by: 'ben',
        text: 'It is a hand grinder: quieter than a kettle. 25 g take about a minute.',
      },
      { after: 1.2, act: 'chat', text: 'And how do I set it for filter?' },
      {
        after: 1,
        act: 'say',
        by: 'ben',
        text: 'There are 48 steps and one turn is 12. Start at step 26 and go finer when it tastes thin.',
      },
      { after: 1.5, act: 'chat', text: 'Can I rinse it?' },
      {
        after: 0.7,
        act: 'say',
        by: 'ben',
        text: 'Please never rinse the burrs. A dry brush once a month is all it needs.',
      },
      { after: 2, act: 'chat', text: 'Last one, promise: delivery to Sweden?' },
      {
        after: 0.9,
        act: 'say',
        by: 'ben',
        text: 'Four to seven working days, and free from €40, so with the grinder it costs you nothing.',
      },
      {
        after: 1.1,
        act: 'chat',
        text: 'Ordered! Thank you for your patience, best chat I have had with a shop 😊',
      },
      {
        after: 0.6,
        act: 'say',
        by: 'ben',
        text: 'That makes my morning. Order 48219 is here already, it leaves before the afternoon ferry.',
      },
      {
        after: 0.4,
        act: 'change',
        by: 'ben',
        change: { status: 'solved', category: 'Question', tags: ['advice'] },
      },
      {
        after: 0.6,
        act: 'end',
        by: 'ben',
        text: 'Enjoy it, and write when the first cup is not right.',
      },
    ],
  },
  {
    minutesAgo: 6.2 * hours,
    customer: { name: 'Mateo Silva', email: 'mateo.silva@atelier.example' },
    atDesk: ['ben'],
    steps: [
      {
        after: 0,
        act: 'chat',
        text: 'The crank of my Tidewheel came off while grinding, the screw is stripped. I bought it in spring.',
      },
      { after: 0.5, act: 'chat', text: 'I am Mateo Silva' },
      { after: 0.3, act: 'chat', text: 'mateo.silva@atelier.example' },
      { after: 0.2, act: 'chat', text: 'Talk to a person', choice: 'person' },
      { after: 0.6, act: 'take', by: 'ben' },
      {
        after: 1,
        act: 'say',
        by: 'ben',
        text: 'Hello Mateo, that should not happen. Did you try to tighten it with a coin or a screwdriver?',
      },
      {
        after: 1.6,
        act: 'chat',
        text: 'Both. It just turns. I have no coffee until this works 😩',
      },
      {
        after: 1.3,
        act: 'say',
        by: 'ben',
        text: 'Then we replace the crank, it is covered. Could you send me the serial number from the label under the base?',
      },
      { after: 1.2, act: 'chat', text: 'I am at work, can I mail it tonight?' },
      {
        after: 0.9,
        act: 'say',
        by: 'ben',
        text: 'Of course. I will put a crank aside and send it tomorrow morning, as soon as I have the number.',
      },
      {
        after: 0.6,
        act: 'end',
        by: 'ben',
        text: 'Just answer my mail with it. Until then there is ground coffee on me: I add a bag to the parcel.',
      },
      { after: 1, act: 'change', by: 'ben', change: { tags: ['grinder', 'warranty'] } },
      {
        after: 8,
        act: 'answer',
        by: 'ben',
        status: 'pending',
        text: 'Hello Mateo,\n\nas promised: please answer this mail with the serial number (ten characters, begins with TW). The crank leaves the next morning.\n\nBen',
      },
    ],
  },
  {
    minutesAgo: 5 * hours,
    customer: { name: 'Sofie Aalto', email: 'sofie.aalto@meri.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'chat',
        text: 'I was charged €29.40 for order 48231 but my basket said €24.50. Can somebody check?',
      },
      { after: 0.6, act: 'chat', text: 'Sofie' },
      { after: 0.4, act: 'chat', text: 'sofie.aalto@meri.example' },
      { after: 0.5, act: 'chat', text: 'Answer me by email', choice: 'email' },
    ],
  },
  {
    minutesAgo: 3.5,
    customer: { name: 'Rosa Klein', email: 'rosa.klein@klein-co.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'chat',
        text: 'Can I still change the address of order 48260? I ordered this morning and typed the old one.',
      },
      { after: 0.6, act: 'chat', text: 'Rosa Klein' },
      { after: 0.5, act: 'chat', text: 'rosa.klein@klein-co.example' },
      { after: 0.4, act: 'chat', text: 'Wait here for a person', choice: 'person' },
      {
        after: 1.2,
        act: 'chat',
        text: 'New address: Hafenweg 12, 3rd floor. I may have to close this page soon, an email is fine too.',
      },
    ],
  },
];
