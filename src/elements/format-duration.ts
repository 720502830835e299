/** A length of time in words, in the largest fitting unit and rounded up: "30 giây", "2 phút", "1 giờ" (C-7). */
export function formatDuration(language: string, seconds: number): string {
  const [unit, size] =
    seconds < 60 ? ['second', 1] : seconds < 3600 ? ['minute', 60] : ['hour', 3600];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.ceil(seconds / size),
  );
}
