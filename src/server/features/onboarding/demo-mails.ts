import type { DemoConversation } from './demo-conversations.types.ts';

const hours = 60;

/** Mails of the last three days, in every state a mail can be in. */
export const demoMails: readonly DemoConversation[] = [
  {
    minutesAgo: 70 * hours,
    customer: { name: 'Ingrid Solheim', email: 'ingrid@solheim.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'Grind for a moka pot',
        text: 'Hello,\n\nwhich grind do I choose for a moka pot? The shop has “espresso” and “filter”, mine is somewhere in between.\n\nKind regards\nIngrid Solheim',
      },
      { after: 35, act: 'take', by: 'ben' },
      {
        after: 6,
        act: 'answer',
        by: 'ben',
        status: 'pending',
        text: 'Hello Ingrid,\n\nchoose “espresso” and write “moka” into the remarks, then we grind it two steps coarser. With the Tidewheel it is step 16.\n\nBen',
      },
      {
        after: 90,
        act: 'mail',
        text: 'Wonderful, ordered. Thank you!\n\nIngrid\n\nOn Tuesday, Ben Okafor at Lowtide Coffee wrote:\n> Hello Ingrid,\n>\n> choose “espresso” and write “moka” into the remarks, then we grind it two\n> steps coarser. With the Tidewheel it is step 16.',
      },
      { after: 3, act: 'take', by: 'ben' },
      {
        after: 1,
        act: 'change',
        by: 'ben',
        change: { status: 'solved', category: 'Question', tags: ['brewing'] },
      },
    ],
  },
  {
    minutesAgo: 52 * hours,
    customer: {
      name: 'Marguerite-Éléonore Delacroix-Vandenbroucke de Saint-Exupéry',
      email: 'me.delacroix-vandenbroucke@grand-hotel-des-embruns.example',
    },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'Facture d’octobre: numéro de TVA manquant',
        text: 'Bonjour,\n\nnotre comptable refuse la facture F-2207, il y manque notre numéro de TVA.\n\nCommande 47980: 12 × Harbour Blend, 114,00 €\nCommande 48011: 6 × Night Ferry, 63,00 €\n\nPourriez-vous la refaire avant la fin du mois ?\n\nM.-É. Delacroix-Vandenbroucke\nGrand Hôtel des Embruns',
        html: '<p>Bonjour,</p><p>notre comptable <b>refuse la facture F-2207</b>, il y manque notre numéro de TVA.</p><table border="1" cellpadding="6"><tr><th>Commande</th><th>Contenu</th><th>Montant</th></tr><tr><td>47980</td><td>12 × Harbour Blend</td><td>114,00 €</td></tr><tr><td>48011</td><td>6 × Night Ferry</td><td>63,00 €</td></tr></table><p>Pourriez-vous la refaire avant la fin du mois&nbsp;?</p><p style="color:#666">M.-É. Delacroix-Vandenbroucke<br>Grand Hôtel des Embruns</p>',
      },
      { after: 50, act: 'take', by: 'clara' },
      {
        after: 9,
        act: 'answer',
        by: 'clara',
        status: 'pending',
        text: 'Bonjour Madame,\n\nbien sûr. Pourriez-vous nous indiquer le numéro de TVA exact, avec le préfixe du pays ? Vous recevrez la facture corrigée le jour même.\n\nCordialement,\nClara Weiss',
      },
      { after: 1, act: 'change', by: 'clara', change: { category: 'Billing', tags: ['invoice'] } },
    ],
  },
  {
    minutesAgo: 30 * hours,
    customer: { name: 'ليلى حداد', email: 'layla.haddad@bareed.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'سؤال عن قهوة Night Ferry',
        text: 'مرحباً،\n\nهل قهوة Night Ferry خالية تماماً من الكافيين؟ طبيبي ينصحني بالابتعاد عنه. وهل ترسلون إلى الخارج؟\n\nشكراً لكم\nليلى حداد',
      },
      { after: 40, act: 'take', by: 'ben' },
      {
        after: 3,
        act: 'note',
        by: 'ben',
        text: 'She asks whether Night Ferry is entirely free of caffeine (doctor’s advice) and whether we ship abroad. Answer: 0.1 % at most, and only within Europe.',
      },
      { after: 1, act: 'change', by: 'ben', change: { category: 'Question', tags: ['decaf'] } },
    ],
  },
  {
    minutesAgo: 27 * hours,
    customer: { name: 'Duncan Reid', email: 'd.reid@reidandsons.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'Charged TWICE for 48155',
        text: 'You have charged my card twice for order 48155, €48.40 each, on the same day. I want one of them back, and an explanation.\n\nD. Reid',
      },
      { after: 25, act: 'take', by: 'ana' },
      {
        after: 7,
        act: 'answer',
        by: 'ana',
        status: 'pending',
        text: 'Dear Mr Reid,\n\nI am sorry about that. I see both payments. I have asked our payment provider to return the second one and will come back to you today.\n\nAna Ruiz',
      },
      {
        after: 1,
        act: 'change',
        by: 'ana',
        change: { priority: 'high', category: 'Billing', tags: ['double charge', 'refund'] },
      },
      {
        after: 21 * hours,
        act: 'mail',
        text: '“Today” was yesterday. Nothing has arrived and nobody has written. If the money is not back by Friday I go to my bank and you have lost a customer of six years.\n\nD. Reid\n--\nReid & Sons, Boatbuilders\nHarbour Road 3\n\nAna Ruiz at Lowtide Coffee wrote:\n> Dear Mr Reid,\n>\n> I am sorry about that. I see both payments. I have asked our payment provider\n> to return the second one and will come back to you today.',
      },
      { after: 10, act: 'take', by: 'ana' },
    ],
  },
  {
    minutesAgo: 25 * hours,
    customer: { name: 'Beatriz Fonseca', email: 'office@studio-norte.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'Coffee for an office of 18 people',
        text: 'Good morning,\n\nwe are an architects’ office of 18 people and drink about 4 kg a month, all espresso, from one automatic machine. Do you have a price for companies, and could the delivery come on the first Monday of each month?\n\nWe would start with one month to see how everybody likes it.\n\nBest regards\nBeatriz Fonseca\n\n--\nStudio Norte · Rua do Cais 21\nTel. 555 0142\nPlease think of the forest before you print this mail.',
      },
      { after: 70, act: 'take', by: 'clara' },
      {
        after: 12,
        act: 'answer',
        by: 'clara',
        text: 'Good morning Ms Fonseca,\n\nthank you, that sounds like a good plan. For 4 kg a month Harbour Blend costs €33.00 a kilogram, delivery included. I ask the roastery about the first Monday and write to you tomorrow.\n\nClara Weiss',
      },
      {
        after: 1,
        act: 'change',
        by: 'clara',
        change: { status: 'on_hold', category: 'Question', tags: ['companies'] },
      },
      {
        after: 2,
        act: 'note',
        by: 'clara',
        text: 'Waiting for Jo in the roastery: can we roast 4 kg every first Saturday?',
      },
    ],
  },
  {
    minutesAgo: 4.4 * hours,
    customer: { name: 'נועה בן־דוד', email: 'noa.ben-david@doar.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'Dripper arrived broken',
        text: 'Hello, the ceramic dripper of order 48203 arrived in three pieces, the box had a dent on one side. I can send photos. What shall I do with the pieces?\n\nנועה',
      },
    ],
  },
  {
    minutesAgo: 2.6 * hours,
    customer: { name: 'Camille Roux', email: 'camille.roux@fil.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'Mettre mon abonnement en pause',
        text: 'Bonjour,\n\nle lien « pause » de votre dernier courriel ne marche pas, j’arrive sur une page blanche. Le prochain sachet part jeudi et je serai absente. Pouvez-vous arrêter l’envoi ?\n\nMerci d’avance,\nCamille Roux',
      },
    ],
  },
  {
    minutesAgo: 1.1 * hours,
    customer: { name: 'Piotr Zieliński', email: 'piotr.z@kawa.example' },
    atDesk: [],
    steps: [
      {
        after: 0,
        act: 'mail',
        subject: 'Order 48213: beans instead of ground',
        text: 'Hi, I ordered Saltmarsh ground for filter and got whole beans. I have no grinder. Can you send it again? Piotr',
        html: '<div style="font-family:Georgia">Hi,<br><br>I ordered <i>Saltmarsh</i> <b>ground for filter</b> and got whole beans. I have no grinder.<ul><li>Order: 48213</li><li>Roasted: Monday</li></ul>Can you send it again?<br><br>Piotr<br><img src="https://pictures.example/signature.png" alt="" width="120"></div>',
      },
    ],
  },
];
