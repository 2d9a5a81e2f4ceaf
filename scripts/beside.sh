#!/bin/sh
# Run two commands at the same time, and show what they say one after the other.
#
#     sh scripts/beside.sh 'what is shown first' 'what is shown then'
#
# The exit code is that of the first command, or of the second where the first has succeeded. Where
# the first fails, the second is ended: CI would never have begun with it.
set -u

said=$(mktemp)
sh -c "exec $2" > "$said" 2>&1 &
second=$!
trap 'kill "$second" 2> /dev/null; rm -f "$said"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

sh -c "exec $1" || exit
# What it has said by now, and then line by line.
tail -n +1 -f "$said" &
shown=$!
wait "$second"
code=$?
# `tail` looks once a second for what is new.
sleep 1.5
kill "$shown"
wait "$shown" 2> /dev/null
exit "$code"
