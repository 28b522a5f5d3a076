#!/bin/sh
# Runs once, when the data folder is empty. Passwords come from secret files and are quoted by psql.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$(cat /run/secrets/owner_password)" \
  -v temporal_password="$(cat /run/secrets/temporal_password)" \
  --file /selaras/roles.sql
