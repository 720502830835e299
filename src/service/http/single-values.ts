/** The values of a query by their names; nothing where one is given twice. */
export function readSingleValues(
  parameters: URLSearchParams,
): Readonly<Record<string, string>> | undefined {
  const given: Record<string, string> = {};
  for (const [name, value] of parameters) {
    // Which of two the service and a cache before it would take is anybody's guess.
    if (Object.hasOwn(given, name)) return undefined;
    given[name] = value;
  }
  return given;
}
