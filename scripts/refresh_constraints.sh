#!/bin/sh
# Renews constraints.txt: the versions of all libraries that were tried together. `make` uses them, so
# that a newer one cannot break anybody's set-up. The ranges in pyproject.toml stay what they are.
#
#   sh scripts/refresh_constraints.sh .venv/bin          take the newest versions in the ranges
#   sh scripts/refresh_constraints.sh .venv/bin --keep   write down those that are installed
#
# PyTorch is left out: which build fits depends on the machine. Run `make test` before a commit.
set -eu
bin=${1:?the folder of the virtual environment\'s programs}
cd "$(dirname "$0")/.."
if [ "${2:-}" != --keep ]; then
    "$bin/python" -m pip install --quiet --upgrade --upgrade-strategy eager --editable '.[test,bundle]'
fi
{
    echo "# Made by scripts/refresh_constraints.sh: versions that were tried together."
    "$bin/python" -m pip freeze --quiet --exclude-editable |
        grep -Eiv '^(torch|torchvision|nvidia|triton|cuda|setuptools|pip|wheel)[-_=]|@' |
        sort -f
} >constraints.new
mv constraints.new constraints.txt
