import type { ModelRefusal } from '../../../contracts/models.ts';

/** What an admin hears of a call that gave nothing: the cause, where known more closely, and the cure. */
export interface Diagnosis {
  readonly cause: string;
  readonly cure: string;
}

const usual: Readonly<Record<ModelRefusal, Diagnosis>> = {
  not_configured: {
    cause: 'No provider is set up for this.',
    cure: 'Save an address and a model first.',
  },
  budget: {
    cause: 'What is left of the budget of today is less than this call may cost.',
    cure: 'Raise the daily budget, or wait for midnight UTC.',
  },
  circuit_open: {
    cause: 'It failed several times in a row, so it is left alone for a while.',
    cure: 'Look at the last calls for the reason. It is asked again by itself.',
  },
  timeout: {
    cause: 'It did not answer in time.',
    cure: 'Look whether the server is busy or still loading the model, or allow more seconds.',
  },
  rate_limited: {
    cause: 'The provider takes no more requests at the moment.',
    cure: 'Lower how many calls are made at once, or ask the provider for a higher limit.',
  },
  malformed: {
    cause: 'It answered, but not in the shape that was asked for.',
    cure: 'Choose another way to ask for the shape, or a model that follows instructions better.',
  },
  refused: {
    cause: 'The provider refuses to answer this.',
    cure: 'Look at the content rules of the provider.',
  },
  failed: {
    cause: 'It did not work.',
    cure: 'Check address, key and model.',
  },
};

const closer: readonly (readonly [pattern: RegExp, cure: string])[] = [
  [/SEGUE_ALLOWED_HOSTS/, 'Start Segue with SEGUE_ALLOWED_HOSTS naming this host, then try again.'],
  [/Nobody listens/, 'Start the model server, and check host and port of the address.'],
  [/No such host|looked up/, 'Check the host name of the address.'],
  [/answered 40[13]\b/, 'Enter the key again, and check that it may use this model.'],
  [
    /answered 404\b/,
    'Check the model, and that the address ends where the provider says, often in /v1.',
  ],
  // 429 has the cure of its own reason.
  [
    /answered 4(?!29)\d\d\b/,
    'Choose another way to ask for the shape: not every server knows each.',
  ],
  [/answered 5\d\d\b/, 'The trouble is on the side of the provider: look at its state or its log.'],
  [/Enter it again/, 'Enter the key again.'],
  [/no embeddings/, 'Choose an OpenAI-compatible server for this.'],
];

/** What went wrong and what to do about it, in words. */
export function diagnose(reason: ModelRefusal, why: string | null): Diagnosis {
  const { cause, cure } = usual[reason];
  if (why === null) return { cause, cure };
  return { cause: why, cure: closer.find(([pattern]) => pattern.test(why))?.[1] ?? cure };
}
