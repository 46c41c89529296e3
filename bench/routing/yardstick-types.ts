/** The part of the yardstick's interface that the adapter uses. Times are minutes from day 0, 00:00. */

export interface Calendar {
  /** Business minutes since day 0. */
  bizOf(time: number): number;
}

export interface SimItem {
  readonly id: number;
  /** 0 call, 1 chat, 2 mail, 3 follow-up. */
  readonly channel: number;
  readonly priority: number;
  readonly tier: number;
  readonly queue: string;
  /** Bit masks of skills: needed always, and until `relaxAt`. */
  readonly hard: number;
  readonly opt: number;
  readonly skill: number;
  readonly relaxAt: number;
  readonly arrivedAt: number;
  readonly dueAt: number;
  readonly expWork: number;
  readonly sigma: number;
  readonly parentAgent: number;
}

export interface SimAgent {
  readonly id: number;
  readonly name: string;
  readonly mask: number;
  readonly prof: ArrayLike<number>;
  readonly speed: number;
  readonly cap: { readonly chat: number; readonly email: number; readonly call: number };
  readonly shift: readonly [number, number];
  readonly online: boolean;
  readonly away: boolean;
  readonly shiftEndsAt: number;
  readonly chats: number;
  readonly calls: number;
  readonly emails: number;
  readonly inbox: readonly number[];
  readonly current: number;
  readonly currentSince: number;
  readonly idleSince: number;
  readonly lastAt: readonly [number, number, number];
}

export interface Context {
  readonly agents: readonly SimAgent[];
  readonly skills: readonly string[];
  readonly topics: readonly string[];
  readonly forecast: readonly {
    readonly t: number;
    readonly ch: number;
    readonly topic: number;
    readonly n: number;
  }[];
}

export interface SimState {
  readonly now: number;
  readonly pending: Iterable<SimItem>;
  readonly agents: readonly SimAgent[];
  readonly items: readonly SimItem[];
  readonly cal: Calendar;
}
