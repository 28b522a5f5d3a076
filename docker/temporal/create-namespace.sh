#!/bin/sh
# Creates the namespace once. 720 hours is how long a closed workflow can still be looked at; the record is in PostgreSQL anyway.
set -eu
attempt=0
until temporal operator cluster health --address temporal:7233; do
  attempt=$((attempt + 1))
  [ "$attempt" -lt 60 ] || { echo 'Temporal is not healthy after two minutes' >&2; exit 1; }
  sleep 2
done
temporal operator namespace describe --namespace default --address temporal:7233 ||
  temporal operator namespace create --namespace default --retention 720h --address temporal:7233
