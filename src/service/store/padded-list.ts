/** Stands for no id in a padded list: nothing has it. */
export const noId = '';

/**
 * Makes a list as long as the next power of two, so that lists of all lengths make a handful of queries in place of one
 * each: a database keeps what it has prepared, and only so many.
 * @param ids At least one.
 */
export const padList = (ids: readonly string[]): readonly string[] => [
  ...ids,
  ...Array<string>(2 ** Math.ceil(Math.log2(ids.length)) - ids.length).fill(noId),
];
