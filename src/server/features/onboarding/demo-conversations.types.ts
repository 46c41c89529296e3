/** What a conversation of the demo workspace is made of. */

/** Accounts of the demo workspace, by the first part of their address. */
export type DemoAgent = 'ana' | 'ben' | 'clara';

export interface DemoCustomer {
  readonly name: string;
  readonly email: string;
}

export interface DemoChange {
  readonly status?: 'open' | 'pending' | 'on_hold' | 'solved';
  readonly priority?: 'urgent' | 'high' | 'low';
  readonly category?: string;
  readonly tags?: string[];
}

/** One act of somebody; `after` counts the minutes since the step before it. */
export type DemoStep = { readonly after: number } & (
  | { readonly act: 'chat'; readonly text: string; readonly choice?: 'person' | 'email' | 'done' }
  | { readonly act: 'leave' }
  | {
      readonly act: 'mail';
      readonly text: string;
      readonly html?: string;
      /** Of the first mail; a later one answers. */
      readonly subject?: string;
    }
  /** The router gives the work to this agent, who is the only one at a desk, and they take it. */
  | { readonly act: 'take'; readonly by: DemoAgent }
  | { readonly act: 'say' | 'note'; readonly by: DemoAgent; readonly text: string }
  | {
      readonly act: 'answer';
      readonly by: DemoAgent;
      readonly text: string;
      readonly status?: 'pending' | 'solved';
    }
  | { readonly act: 'end'; readonly by: DemoAgent; readonly text: string }
  | { readonly act: 'change'; readonly by: DemoAgent; readonly change: DemoChange }
);

export interface DemoConversation {
  /** How many minutes before the first start it began. */
  readonly minutesAgo: number;
  readonly customer: DemoCustomer;
  /** Who is at a desk while the customer speaks to the bot; nobody at night. */
  readonly atDesk: readonly DemoAgent[];
  readonly steps: readonly DemoStep[];
}
