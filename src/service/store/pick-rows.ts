/** A walk through rows in their order, of which only some are wanted and no index knows which. */
export interface RowWalk<Row, Place> {
  /** How many are wanted at most. */
  readonly limit: number;
  /** How many are looked at in one query; more than `limit`, for one more tells whether there is a next page. */
  readonly rowsAtOnce: number;
  /** How many are looked at at most, so that it takes no longer where what is wanted is rare. */
  readonly maxLooked: number;
  readonly after: Place | undefined;
  /** The next `rowsAtOnce` rows behind a place. */
  look(after: Place | undefined): Promise<readonly Row[]>;
  isWanted(row: Row): boolean;
  placeOf(row: Row): Place;
}

/** What was picked on a walk; it may be fewer than wanted, even none, where `next` goes on. Null at the end. */
export interface PickedRows<Row, Place> {
  readonly rows: readonly Row[];
  readonly next: Place | null;
}

/** Walks until as many rows are found as are wanted, or looked at as may be. */
export async function pickRows<Row, Place>(
  walk: RowWalk<Row, Place>,
): Promise<PickedRows<Row, Place>> {
  const { limit, rowsAtOnce, maxLooked } = walk;
  const picked: Row[] = [];
  let { after } = walk;
  for (let looked = 0; looked < maxLooked; looked += rowsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- each part begins where the last one ended
    const found = await walk.look(after);
    for (const row of found) {
      const last = picked.at(-1);
      if (!walk.isWanted(row)) continue;
      if (picked.length === limit && last !== undefined)
        return { rows: picked, next: walk.placeOf(last) };
      picked.push(row);
    }
    const last = found.at(-1);
    if (last === undefined || found.length < rowsAtOnce) return { rows: picked, next: null };
    after = walk.placeOf(last);
  }
  return { rows: picked, next: after ?? null };
}
