const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What Chromium is started with: without services of its maker, and as root without its sandbox, which root cannot have. */
export const chromiumArguments: readonly string[] =
  process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
