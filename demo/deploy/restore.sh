#!/bin/sh
# Brings a copy that backup.sh has made back, into a place where nothing is.
#
#   sh restore.sh backups/2026-11-29.sqlite sqlite:data/comments.sqlite
#   PGPASSWORD=… sh restore.sh backups/2026-11-29.dump postgres://comments@db.example.vn/comments
#
# SQLite: the service must not run. PostgreSQL: an empty database of the role that is named; all of it comes, or nothing.
set -eu
umask 077

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

[ "$#" -eq 2 ] || fail 'Name the copy and an empty place: sh restore.sh FILE sqlite:FILE|postgres://….'
source=$1
database=$2
[ -f "$source" ] || fail "There is no file $source."

case $database in
sqlite:*)
  target=${database#sqlite:}
  for file in "$target" "$target-wal" "$target-shm" "$target-journal"; do
    [ ! -e "$file" ] || fail "There is $file already; move it away first."
  done
  part=$(mktemp "$target.XXXXXX") || fail "No file can be made beside $target."
  trap 'rm -f "$part"' EXIT
  trap 'exit 1' HUP INT TERM
  cat "$source" >"$part"
  node --input-type=module -e '
    import { DatabaseSync } from "node:sqlite";
    try {
      const database = new DatabaseSync(process.argv[1], { readOnly: true });
      const [{ integrity_check: finding }] = database.prepare("pragma integrity_check(1)").all();
      if (finding !== "ok") throw new Error(finding);
      database.prepare("select 1 from comments limit 1").all();
      database.close();
    } catch (error) {
      console.error(error.message);
      process.exit(1);
    }
  ' "$part" || fail "$source is no whole database of the service."
  sync "$part"
  ln "$part" "$target"
  ;;
postgres://*:*@* | postgresql://*:*@*)
  fail 'Put the password into PGPASSWORD or ~/.pgpass: other users of the machine can read the command.'
  ;;
postgres://* | postgresql://*)
  tables=$(psql --no-psqlrc --tuples-only --no-align --dbname="$database" --command="
    select count(*) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'S') and nspname !~ '^pg_' and nspname <> 'information_schema'") ||
    fail 'The database cannot be asked; psql says why.'
  [ "$tables" -eq 0 ] || fail 'The database is not empty; make another one with createdb.'
  pg_restore --single-transaction --exit-on-error --no-owner --no-privileges --dbname="$database" "$source" ||
    fail 'Nothing was brought back; pg_restore says why.'
  ;;
*)
  fail 'Name the database as sqlite:FILE or postgres://USER@HOST/DATABASE.'
  ;;
esac
