#!/bin/sh
# Makes the virtual environment, whole or not at all, and says what to do where that fails.
set -eu
venv=${1:?the folder of the virtual environment}
python=$(sh "$(dirname "$0")/find_python.sh")

refuse() {
    echo "$*" >&2
    exit 1
}

[ -n "$python" ] || refuse "There is no Python here. ABC Studio needs Python 3.11 or newer."
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    refuse "ABC Studio needs Python 3.11 or newer, and $python is $version." \
        "Where another one is installed, name it: make run PYTHON=/path/to/python3.12"
# What pip would find out only after the download, or say in words of its own.
"$python" "$(dirname "$0")/machine_fits.py"
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    hint="Please install Python's venv module"
    command -v apt-get >/dev/null && hint="$hint: sudo apt-get install python3-venv"
    refuse "$python cannot make a virtual environment. $hint. Then run make again."
fi

# What an earlier try left half-made is of no use.
if [ -e "$venv" ] && ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$venv"
fi
[ -e "$venv" ] && exit 0
trap 'rm -rf "$venv"' EXIT
trap 'exit 130' INT TERM
"$python" -m venv "$venv"
trap - EXIT INT TERM

cat <<TXT
Python $version. What the studio is made of is fetched once now. On Linux that is up to 3.1 GB, for
PyTorch comes with NVIDIA's CUDA libraries there (about 7 GB on the disk), elsewhere 0.5 GB.
TXT
