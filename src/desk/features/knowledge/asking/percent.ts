/** A share in words: 0.876 is "88 %"; what is not certain is never shown as 100 %. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return `${share < 1 ? Math.min(99, whole) : whole} %`;
}
