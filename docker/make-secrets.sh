#!/bin/sh
# Writes docker/secrets: random passwords and the URLs made of them. What exists is left alone, so it is safe to repeat.
# SMTP_URL is yours to give: SMTP_URL=smtps://user:password@mail:465 docker/make-secrets.sh
set -eu
folder="$(cd "$(dirname "$0")" && pwd)/secrets"
mkdir -p "$folder"
# Only its owner may enter the folder; the files are readable inside the containers, where every part is another user.
chmod 700 "$folder"

write() {
  [ -s "$folder/$1" ] && return 0
  printf '%s' "$2" > "$folder/$1"
  chmod 444 "$folder/$1"
  echo "wrote secrets/$1"
}
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

for name in postgres_password owner_password app_password temporal_password; do write "$name" "$(random)"; done
write database_url "postgres://selaras_app:$(cat "$folder/app_password")@postgres:5432/selaras"
write database_owner_url "postgres://selaras_owner:$(cat "$folder/owner_password")@postgres:5432/selaras"
if [ -n "${SMTP_URL:-}" ]; then write smtp_url "$SMTP_URL"; fi
[ -s "$folder/smtp_url" ] || echo 'secrets/smtp_url is still missing: run it again with SMTP_URL=smtps://…'
