#!/bin/sh
# Installs the system libraries that are missing: those of Qt and of sound for `run`, besides them a
# virtual screen and an independent ABC checker for `test`. Where apt-get or the right to use it is
# missing it says what is needed and goes on: other systems bring these libraries themselves.
set -eu
purpose=${1:?run or test}

packages="libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0t64 libdbus-1-3 fonts-dejavu-core
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0
libxcb-xkb1 libxkbcommon-x11-0 libasound2t64"
[ "$purpose" = test ] && packages="$packages xvfb xauth abcmidi"
python=$(command -v python3.11 || command -v python3)
"$python" -c 'import ensurepip' 2>/dev/null || packages="$packages python3-venv"

[ "$(uname -s)" = Linux ] && command -v dpkg-query >/dev/null || exit 0

installed() { dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'; }
missing=
for package in $packages; do
    # Debian before 13 and Ubuntu before 24.04 have the names without t64.
    installed "$package" || installed "${package%t64}" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" != 0 ]; then
    echo "These system packages are missing; please install them: sudo apt-get install$missing" >&2
    exit 0
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
for package in $missing; do
    apt-cache show "$package" >/dev/null 2>&1 || package=${package%t64}
    available="${available:-} $package"
done
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $available >/dev/null
