#!/bin/sh
# The server takes its password from the environment only; it goes there from the secret file and nowhere else.
set -eu
POSTGRES_PWD="$(cat /run/secrets/temporal_password)"
# It listens in both of its networks, and tells the other machines of a cluster one address of its own.
BIND_ON_IP=0.0.0.0
TEMPORAL_BROADCAST_ADDRESS="$(getent hosts "$(hostname)" | awk '{print $1; exit}')"
export POSTGRES_PWD BIND_ON_IP TEMPORAL_BROADCAST_ADDRESS
# Without authorization, since nothing but the private networks reaches it: see `networks` in compose.yaml.
exec temporal-server --allow-no-auth start
