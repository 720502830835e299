import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from 'kysely';
import type { Tables } from './tables.ts';

/** Runs a prepared query with its values, in a transaction when it is given one. */
export type PreparedQuery<Values, Row> = (
  db: Kysely<Tables>,
  values: Values,
) => Promise<QueryResult<Row>>;

/** Stands for the value of one name while a query is written. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query whose SQL is the same each time: written by Kysely at its first use, once a database, and then run with new
 * values. Writing it takes several times as long as running it.
 *
 * `build` gets a placeholder for each value, so that it may only pass them on to Kysely, never look at them. It is
 * given the names of the first call; all calls have the same ones.
 */
export function prepareQuery<Values extends object, Row>(
  build: (db: Kysely<Tables>, values: Values) => Compilable<Row>,
): PreparedQuery<Values, Row> {
  const written = new WeakMap<DialectAdapter, CompiledQuery<Row>>();

  const write = (db: Kysely<Tables>, names: readonly string[]): CompiledQuery<Row> => {
    const placeholders = Object.fromEntries(names.map((name) => [name, new Placeholder(name)]));
    // Kysely takes values of any type, as drivers have types of their own.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return build(db, placeholders as Values).compile();
  };

  return (db, values) => {
    const { adapter } = db.getExecutor();
    let query = written.get(adapter);
    if (!query) written.set(adapter, (query = write(db, Object.keys(values))));
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Placeholder ? Reflect.get(values, parameter.name) : parameter,
    );
    return db.executeQuery({ ...query, parameters });
  };
}
