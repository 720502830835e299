/** Runs something while `Math.random` throws. */
export function withoutMathRandom<T>(run: () => T): T {
  const original = Math.random;
  Math.random = () => {
    throw new Error('Math.random is guessable');
  };
  try {
    return run();
  } finally {
    Math.random = original;
  }
}
