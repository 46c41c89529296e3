/** The schedule every workspace starts with; people change it. */
const office = [{ from: '09:00', to: '17:00' }];

export const standardHours = {
  name: 'Business hours',
  week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
};
