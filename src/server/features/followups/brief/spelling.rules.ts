/** True for a compound that contains the word ("stromrechnung") and for a slip of one letter in a long word. */
export function isLike(word: string, wanted: string): boolean {
  if (word.length > wanted.length && wanted.length >= 5 && word.includes(wanted)) return true;
  if (wanted.length < 6 || Math.abs(word.length - wanted.length) > 1 || word[0] !== wanted[0])
    return false;
  return isOneSlip(word, wanted);
}

// One letter more, less, wrong or swapped with its neighbour.
function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
