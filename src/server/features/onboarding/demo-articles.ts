import type { ArticlePlan } from './blueprint.ts';

/** The help pages of the demo workspace: what its portal shows and its answers are made from. */

export const demoArticles: readonly ArticlePlan[] = [
  {
    section: 'Orders and delivery',
    title: 'How long does delivery take?',
    body: `Parcels leave our roastery every working day before the afternoon ferry, at 14:00. What you order later leaves the next working day.

| To | Working days | Delivery | Free from |
| --- | ---: | ---: | ---: |
| Germany | 1 to 3 | €4.90 | €30 |
| European Union | 3 to 5 | €6.90 | €40 |
| Sweden and Finland | 4 to 7 | €6.90 | €40 |
| Switzerland, Norway, United Kingdom | 5 to 9 | €12.90 | €80 |

You get a mail with the tracking number when the parcel leaves.`,
  },
  {
    section: 'Orders and delivery',
    title: 'Where is my parcel?',
    body: `Open the tracking link in the mail “Your parcel is on its way”. Tracking can stand still for two working days while the parcel is on the ferry.

## It says delivered, but it is not here

1. Look at the place named in the tracking: often it is a neighbour or a parcel shop.
2. Ask at the door next to yours.
3. Wait until the next working day: some couriers mark parcels before they hand them over.
4. Write to us with your order number. We open a search with the courier, which takes up to five working days, and send the coffee again if it stays lost.`,
  },
  {
    section: 'Orders and delivery',
    title: 'Change or cancel an order',
    body: `We can change the address or cancel an order until it is packed, which is about one hour after you ordered on a working day. Write to us with the order number and what should be different.

Once it is packed nothing can be changed. Refuse the parcel at the door, or send it back within 30 days.`,
  },
  {
    section: 'Orders and delivery',
    title: 'Return or exchange something',
    body: `You have 30 days from the day the parcel arrives.

1. Write to us with your order number and what you send back.
2. We mail a return label within one working day. Returning is free within the European Union.
3. Put the thing into its box, with the label outside.
4. The refund goes back the way you paid, within five working days after it reached us.

Opened coffee cannot be returned. If you do not like it, tell us why: the first bag of a kind is on us.`,
  },
  {
    section: 'Coffee',
    title: 'How fresh is the coffee, and how long does it keep?',
    body: `We roast on Tuesdays and Thursdays and send what was roasted that week. The date of roasting is printed on the back of the bag.

- Whole beans taste best from day 5 to week 6 after roasting.
- Ground coffee is best within two weeks.
- Keep the bag closed, dark and dry. Do not put it into the fridge: it takes on smells and water.
- Freezing in portions works for three months.`,
  },
  {
    section: 'Coffee',
    title: 'Which coffee for which brewer?',
    body: `| Brewer | Coffee | Grind |
| --- | --- | --- |
| Automatic machine | Harbour Blend | whole beans |
| Espresso machine | Harbour Blend or Night Ferry | fine |
| Filter, pour-over | Saltmarsh | medium |
| French press | Saltmarsh or Dune | coarse |
| Moka pot | Night Ferry | medium fine |

Harbour Blend is a little darker but not oily, so it does not clog the grinder of an automatic machine.`,
  },
  {
    section: 'Coffee',
    title: 'Pause, change or end a subscription',
    body: `Sign in to your account and open *Subscription*.

- **Pause** it for up to three months. The next parcel comes on the date you choose.
- **Change** coffee, grind, amount or rhythm until two days before the next parcel.
- **End** it at any time. What has been paid for is still sent.

Without an account, write to us from the address of your order and say what you want.`,
  },
  {
    section: 'Grinders and machines',
    title: 'Set the Tidewheel hand grinder',
    body: `The Tidewheel has 48 steps; one turn of the ring is 12. Turn it clockwise until it just stops: that is step 0.

| Brewer | Step |
| --- | ---: |
| Espresso | 8 to 12 |
| Moka pot | 14 to 18 |
| Filter | 24 to 28 |
| French press | 34 to 38 |

Go finer when it tastes thin or sour, coarser when it tastes bitter. Change two steps at a time.`,
  },
  {
    section: 'Grinders and machines',
    title: 'Clean the Tidewheel',
    body: `1. Turn the ring to step 48 and take the crank off.
2. Knock out what is left of the coffee.
3. Brush the burrs dry, once a month. Never rinse them: they rust.
4. Wipe the outside with a damp cloth.
5. Put it together and turn the ring back to your step.`,
  },
  {
    section: 'Grinders and machines',
    title: 'Warranty and repairs',
    body: `Grinders have a warranty of three years, machines of two. It covers faults of material and making, also the crank and its screw, but not burrs that are worn and not damage by water.

Write to us with a photo of the fault and the serial number. It has ten characters, begins with TW for the Tidewheel, and stands on the label under the base. We answer within one working day and send spare parts free of charge.

A repair in our workshop takes about ten working days.`,
  },
  {
    section: 'Grinders and machines',
    title: 'Descale the machine',
    body: `Descale every two months, or when the light blinks orange.

1. Empty the tray and the tank.
2. Mix one bag of descaler with one litre of water and fill the tank.
3. Hold the steam button for five seconds until it blinks.
4. Let half of it run through, wait 15 minutes, then the rest.
5. Run two full tanks of clear water through.

Vinegar harms the seals; damage by it is not covered by the warranty.`,
  },
  {
    section: 'Paying',
    title: 'Ways to pay, and what the card statement says',
    body: `Cards, PayPal, direct debit and bank transfer. Companies can pay by invoice within 14 days after the first order.

Statements show **LOWTIDE ROASTERS**. The amount includes delivery, which is €4.90 to €12.90 where the order is not free of it.

A charge that appears twice is mostly a reservation: it disappears within five working days. If it is still there after that, write to us with the order number and the dates of both charges.`,
  },
  {
    section: 'Paying',
    title: 'Get an invoice, or change one',
    body: `The invoice is attached to the mail “Your parcel is on its way”, and in your account under *Orders*.

To have a company name, an address or a VAT number on it, write to us with the order number within the same month. We send a corrected invoice within two working days.`,
  },
  {
    section: 'Paying',
    title: 'Vouchers and credit',
    body: `Enter the code in the basket under *I have a voucher*. A voucher is valid for three years, and what is left of it stays on its code.

Credit that we gave you is on your account and is used by itself with the next order. Vouchers and credit cannot be paid out.`,
  },
  {
    section: 'For the team',
    title: 'Goodwill: what we may give without asking',
    visibility: 'internal',
    body: `- A bag of coffee (250 g) for any trouble with a delivery.
- Delivery back, when it came more than three days late.
- Up to €25 of credit for each customer and year. More needs a supervisor.

Note in the ticket what was given and why.`,
  },
];
