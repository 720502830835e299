#!/bin/sh
# Makes a copy of the comments while the service goes on, and of nothing that is half done.
#
#   sh backup.sh sqlite:data/comments.sqlite backups/2026-11-29.sqlite
#   PGPASSWORD=… sh backup.sh postgres://comments@db.example.vn/comments backups/2026-11-29.dump
#
# SQLite: needs Node 24, as the service does; what stands in the write-ahead log is in the copy. PostgreSQL: needs pg_dump
# of the server's version or a newer one. A file that is there is never overwritten; one that is not whole has another name.
set -eu
umask 077

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

[ "$#" -eq 2 ] || fail 'Name the database and a new file: sh backup.sh sqlite:FILE|postgres://… FILE.'
database=$1
target=$2
[ ! -e "$target" ] || fail "There is $target already; name another file."

# In the same folder, so that it can be given its name in one step.
part=$(mktemp "$target.XXXXXX") || fail "No file can be made beside $target."
trap 'rm -f "$part" "$part-journal"' EXIT
trap 'exit 1' HUP INT TERM

case $database in
sqlite:*)
  source=${database#sqlite:}
  [ -f "$source" ] || fail "There is no database $source."
  # All pages in one step: a service that writes in between would have the copy begin again and again.
  node --input-type=module -e '
    import { backup, DatabaseSync } from "node:sqlite";
    const [source, target] = process.argv.slice(1);
    try {
      const database = new DatabaseSync(source);
      await backup(database, target, { rate: 2 ** 31 - 1 });
      database.close();
      const copy = new DatabaseSync(target);
      copy.exec("pragma journal_mode = delete");
      const [{ integrity_check: finding }] = copy.prepare("pragma integrity_check(1)").all();
      copy.close();
      if (finding !== "ok") throw new Error(finding);
    } catch (error) {
      console.error(error.message);
      process.exit(1);
    }
  ' "$source" "$part" || fail "No copy of $source could be made."
  ;;
postgres://*:*@* | postgresql://*:*@*)
  fail 'Put the password into PGPASSWORD or ~/.pgpass: other users of the machine can read the command.'
  ;;
postgres://* | postgresql://*)
  pg_dump --format=custom --file="$part" --dbname="$database" || fail 'No copy could be made; pg_dump says why.'
  # Reads the list of what is in it.
  pg_restore --list "$part" >/dev/null || fail 'The copy cannot be read.'
  ;;
*)
  fail 'Name the database as sqlite:FILE or postgres://USER@HOST/DATABASE.'
  ;;
esac

sync "$part"
# A second name, which fails where somebody has taken it meanwhile.
ln "$part" "$target"
