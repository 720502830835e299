/** How times are kept: milliseconds since 1970 as ISO 8601 in UTC, which sorts as text. */
export const instant = (ms: number): string => new Date(ms).toISOString();
