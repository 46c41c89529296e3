/** A line of a set of intents; `label` "oos" marks a text that fits none. */
export interface IntentRow {
  text: string;
  label?: string | undefined;
  /** The bot, corpus or workspace it belongs to; each has a model of its own. */
  group?: string | undefined;
}

/** What was predicted for one line of the test set. */
export interface IntentItem {
  text: string;
  /** The best label, whether or not the text was found out of scope. */
  label: string | null;
  confidence: number;
  /** 0 to 1; from 0.5 on the label is not to be used. */
  outOfScope: number;
}

/** How good predictions were. Shares from 0 to 1; null where there was nothing to count. */
export interface IntentMetrics {
  inScope: number;
  outOfScope: number;
  /** Share of in-scope texts with the right label, nothing rejected. */
  accuracy: number | null;
  /** Share of in-scope texts with the right label that were not rejected. */
  accuracyAfterRejection: number | null;
  /** Share of out-of-scope texts that were rejected. */
  outOfScopeRecall: number | null;
  /** Chance that an out-of-scope text scores higher than one in scope. */
  outOfScopeAuroc: number | null;
  /** Expected calibration error of `confidence` over all texts, ten bins of equal size. */
  calibrationError: number | null;
}
