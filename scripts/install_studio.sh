#!/bin/sh
# Installs the studio from its sources, with extras such as [test], into the virtual environment.
set -eu
venv=${1:?the folder of the virtual environment}
extras=${2-}

# Python up to 3.12 reads this file in the locale's encoding. Where that locale is not there, as often
# over ssh, it does not start if its folder lies under letters such as those of /home/людина. Said
# from its own folder, site-packages, the path has none.
name_sources() {
    for file in "$venv"/lib/python*/site-packages/_abcstudio.pth; do
        [ ! -e "$file" ] || echo ../../../.. >"$file"
    done
}

name_sources
"$venv/bin/python" -m pip install --quiet --constraint constraints.txt --editable ".$extras"
name_sources
