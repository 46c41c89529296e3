/** How mail programs in one language announce a quoted or forwarded mail: lower case, parted by `|`. */
export type QuotePhrases = {
  readonly language: string;
  /** How a line such as "On 3 May, Ann wrote:" begins. */
  readonly starts: string;
  /** The verb of that line; it may also come before the name. */
  readonly verbs: string;
  readonly from: string;
  readonly sent: string;
  readonly to: string;
  readonly subject: string;
  /** Titles between dashes, and lines such as "Begin forwarded message:". */
  readonly titles: string;
  /** How the line that a phone adds at the end begins; … stands for the name of the device. */
  readonly sentFrom: string;
};
