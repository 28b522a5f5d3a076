#!/bin/sh
# Lays out Temporal's two databases and brings them up to this image's version. Safe to repeat.
set -eu
SQL_PASSWORD="$(cat "${SECRETS:-/run/secrets}/temporal_password")"
export SQL_PASSWORD

tool() {
  database=$1
  shift
  temporal-sql-tool --plugin postgres12 --ep "${POSTGRES_SEEDS:-postgres}" -p "${DB_PORT:-5432}" -u temporal --db "$database" "$@"
}
lay_out() {
  # The update fails where no version was ever written down: then it is the first time.
  tool "$1" update-schema --schema-name "$2" || { tool "$1" setup-schema -v 0.0 && tool "$1" update-schema --schema-name "$2"; }
}

lay_out temporal postgresql/v12/temporal
lay_out temporal_visibility postgresql/v12/visibility
