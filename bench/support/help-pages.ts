/** Help pages of an imaginary maker of kitchen machines, and questions that they answer or do not. */

const machines = [
  'kettle', 'toaster', 'blender', 'juicer', 'waffle iron', 'rice cooker', 'bread maker', 'hand mixer',
  'food processor', 'slow cooker', 'deep fryer', 'ice cream maker', 'egg boiler', 'milk frother',
  'vacuum sealer', 'dehydrator', 'yoghurt maker', 'sandwich press', 'raclette grill', 'kitchen scale',
  'induction plate', 'microwave', 'soda maker', 'pasta machine', 'meat grinder',
]; // prettier-ignore

const tasks = [
  ['clean', 'wipe the housing with a damp cloth and rinse the removable parts in warm water', 'Let all parts dry for two hours before you put them back.'],
  ['reset', 'hold the round button for eight seconds until the light blinks twice', 'The settings of the factory come back, and the clock has to be set again.'],
  ['store', 'wind the cable around the foot and close the lid', 'A dry place between 5 and 30 degrees is best.'],
  ['descale', 'fill it with one part citric acid and five parts water and let it stand for an hour', 'Rinse three times with clear water afterwards.'],
  ['open the battery cover of', 'push the latch under the base to the left with a coin', 'Two cells of the size AAA are needed.'],
  ['change the fuse of', 'unplug it, turn out the two screws below and lift the plate', 'The fuse is one of 10 amperes.'],
  ['connect to the app', 'press the blue key for three seconds and choose it in the list of the app', 'Only networks of 2.4 GHz are found.'],
  ['register', 'scan the code on the bottom and enter the day on which you bought it', 'The guarantee is then one year longer.'],
  ['silence the beeper of', 'press both arrow keys together until a crossed bell is shown', 'Errors still beep once.'],
  ['replace the seal of', 'pull the old ring out and press the new one in, beginning at the mark', 'The seal is part number 40 in the shop.'],
  ['dispose of', 'bring it to a collection point for electrical waste', 'Take the batteries out first.'],
  ['measure the temperature of', 'put the probe into the opening at the back and wait for the beep', 'The display shows degrees Celsius.'],
] as const; // prettier-ignore

/** So many articles: each names its machine and says how one thing is done with it. */
export function helpPages(count: number): { title: string; body: string }[] {
  return Array.from({ length: count }, (_, at) => {
    const { machine, task } = subjectOf(at);
    const [verb, how, then] = task;
    return {
      title: `How to ${verb} your ${machine}`,
      body: `To ${verb} your ${machine}, ${how}.\n\n${then}\n\n## If it does not work\n\nUnplug the ${machine}, wait for ten minutes and begin again.`,
    };
  });
}

const unknown = [
  'Can I pay my invoice for the garden furniture in three instalments?',
  'Do you have a branch in Lisbon that is open on Sundays?',
  'My neighbour would like to work for you. Whom should he write to?',
  'The piano that stands in your shop window, is it for sale?',
];
const vague = ['It does not work any more.', 'I have a question about my machine.'];

/** Six of ten are answered by a page, two name a machine and little else, two are about something else. */
export function questionAt(at: number, pages: number): { subject: string; text: string } {
  const { machine, task } = subjectOf((at * 7) % pages);
  const kind = at % 10;
  if (kind < 6)
    return {
      subject: `My ${machine}`,
      text: `Hello,\n\nhow do I ${task[0]} my ${machine}? I could not find it in the booklet.\n\nKind regards`,
    };
  if (kind < 8)
    return {
      subject: `Problem with the ${machine}`,
      text: `Hello, ${vague[at % 2] ?? ''} It is the ${machine}.`,
    };
  return { subject: 'A question', text: `Good day,\n\n${unknown[at % 4] ?? ''}\n\nThank you` };
}

function subjectOf(at: number) {
  const machine = machines[at % machines.length] ?? 'kettle';
  const task = tasks[Math.floor(at / machines.length) % tasks.length] ?? tasks[0];
  return { machine, task };
}
