/** A place in the picture or glyph: x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

/** A closed outline of straight lines; the last point joins the first. */
export type Loop = readonly Point[];
