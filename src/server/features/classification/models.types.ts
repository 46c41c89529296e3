/** A ticket whose category a person chose, with what its customer wrote. */
export interface FiledTicket {
  readonly text: string;
  readonly category: string | null;
}

/** What a model learned from, as it is stored. */
export interface StoredLesson {
  readonly categories: readonly { name: string; description?: string }[];
  readonly examples: readonly FiledTicket[];
}
