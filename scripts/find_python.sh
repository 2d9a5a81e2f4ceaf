#!/bin/sh
# Prints the Python that the studio is set up with: the first of 3.11 to 3.14 that can make a virtual
# environment, or the one that PYTHON names. Where that cannot be, whatever there is; maybe nothing.
set -eu
for name in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3}; do
    path=$(command -v "$name") || continue
    "$path" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    echo "$path"
    exit 0
done
command -v "${PYTHON:-python3}" || true
