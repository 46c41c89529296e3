/** What the conditions of the rules at hand ask for; the rest is not read. */
export interface Needs {
  readonly texts: boolean;
  readonly depth: boolean;
  readonly solved: boolean;
  readonly surge: boolean;
  readonly signals: boolean;
}

export interface FactsRow {
  readonly id: string;
  readonly channel: string;
  readonly routing_channel: string;
  readonly status: string;
  readonly priority: string;
  readonly category: string | null;
  readonly group_id: string | null;
  readonly subject: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly session_state: string | null;
  readonly ended_reason: string | null;
  readonly inactive_reason: string | null;
  readonly queue_id: string | null;
  readonly agent_id: string | null;
  readonly work_state: string | null;
  readonly eligible_at: Date | null;
  readonly tier: string;
  readonly region: string | null;
  readonly attributes: Record<string, string>;
  readonly email_known: boolean;
  readonly tags: string[];
  readonly customer_at: Date | null;
  readonly solved_at: Date | null;
  readonly brief_language: string | null;
  readonly brief_sentiment: string | null;
  readonly depth: number;
  /** The setting as it is stored; null where nobody asks. */
  readonly surge: unknown;
  /** Topics of risks that were read out of the ticket, and `person_wish`; null where nobody asks. */
  readonly signals: string[] | null;
  /** How little is a risk, as the setting is stored; null where nobody asks. */
  readonly risk_cares: unknown;
  /** Whether the customer asked the assistant of the chat for a person. */
  readonly asked_for_person: boolean;
  /** The latest messages, newest first, notes left out. */
  readonly texts: { readonly by: string; readonly body: string }[];
}
