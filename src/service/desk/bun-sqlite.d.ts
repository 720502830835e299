/** The types of better-auth name a module of another runtime; without this no program that uses them would compile. */
declare module 'bun:sqlite' {
  export type Database = never;
}
