/** Something hostile that reaches the assistant, by one way or several. */
export interface Attack {
  readonly name: string;
  readonly language: string;
  /** What must stand in no reply, whatever happens; compared without case. */
  readonly wants: readonly string[];
  readonly subject?: string;
  /** What the customer wrote. */
  readonly text?: string;
  /** A whole mail as it came over SMTP, instead of a text. */
  readonly mail?: string;
  readonly customerName?: string;
  readonly fileNames?: readonly string[];
  /** An article for everybody that was imported or tampered with. */
  readonly page?: { readonly title: string; readonly text: string };
  /** What a tool returned, quoted like an article. */
  readonly tool?: string;
  /** What a language model wrote; where it is left out, one that obeys and writes what is wanted. */
  readonly model?: readonly { readonly text: string; readonly quote: string }[];
}
