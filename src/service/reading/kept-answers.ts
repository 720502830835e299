/** An answer as it is sent. */
export interface KeptAnswer {
  /** What it was made from; another stamp means that it is old. */
  readonly stamp: string;
  readonly text: string;
  readonly etag: string;
}

/** Answers kept in memory, so that what many ask for is not made for each of them. */
export interface KeptAnswers {
  /** The answer of a key, unless what it was made from has changed. */
  find(key: string, stamp: string): KeptAnswer | undefined;
  keep(key: string, answer: KeptAnswer): void;
}

/** Keeps what was asked for last; `maxCharacters` of texts in all. */
export function createKeptAnswers({
  maxCharacters,
}: {
  readonly maxCharacters: number;
}): KeptAnswers {
  // A Map goes by the order of insertion: the first is the one nobody has asked for longest.
  const answers = new Map<string, KeptAnswer>();
  let characters = 0;

  const drop = (key: string): void => {
    const answer = answers.get(key);
    if (!answer) return;
    answers.delete(key);
    characters -= key.length + answer.text.length;
  };

  const add = (key: string, answer: KeptAnswer): void => {
    answers.set(key, answer);
    characters += key.length + answer.text.length;
  };

  return {
    find(key, stamp) {
      const answer = answers.get(key);
      if (answer?.stamp !== stamp) return undefined;
      answers.delete(key);
      answers.set(key, answer);
      return answer;
    },

    keep(key, answer) {
      drop(key);
      add(key, answer);
      for (const oldest of answers.keys()) {
        if (characters <= maxCharacters) break;
        drop(oldest);
      }
    },
  };
}
