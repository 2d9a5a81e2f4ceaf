#!/bin/sh
# Installs the system libraries that are missing: those of Qt and of sound for `run`, besides them a
# virtual screen, an independent ABC checker, binutils, which reads shared libraries, and what Qt's
# tools of translation need, for `test`.
# Where apt-get or the right to use it is missing it says what is needed and goes on: other systems
# bring these libraries themselves.
set -eu
purpose=${1:?run or test}

packages="libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0t64 libdbus-1-3 fonts-dejavu-core
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0
libxcb-xkb1 libxkbcommon-x11-0 libasound2t64"
[ "$purpose" = test ] && packages="$packages xvfb xauth xdotool x11-xkb-utils abcmidi binutils
libgssapi-krb5-2"

[ "$(uname -s)" = Linux ] && command -v dpkg-query >/dev/null || exit 0

python=$(sh "$(dirname "$0")/find_python.sh")
[ -n "$python" ] && "$python" -c 'import ensurepip' 2>/dev/null || packages="$packages python3-venv"

installed() { dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'; }
missing=
for package in $packages; do
    # Debian before 13 and Ubuntu before 24.04 have the names without t64.
    installed "$package" || installed "${package%t64}" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

# What the missing packages are called on this system, as far as its package lists tell.
names_here() {
    for package in $missing; do
        known=$package
        apt-cache show "$package" >/dev/null 2>&1 ||
            { apt-cache show "${package%t64}" >/dev/null 2>&1 && known=${package%t64}; } ||
            { has_old_names && known=${package%t64}; } || true
        printf ' %s' "$known"
    done
}
has_old_names() {
    # shellcheck disable=SC1091
    . /etc/os-release
    case "${ID:-}-${VERSION_ID:-}" in
        debian-[1-9] | debian-1[0-2] | ubuntu-1* | ubuntu-2[0-3]*) true ;;
        *) false ;;
    esac
}

if [ "$(id -u)" != 0 ]; then
    echo "These system packages are missing; please install them:" >&2
    echo "    sudo apt-get update && sudo apt-get install$(names_here)" >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
names=$(names_here)
echo "Installing system packages:$names"
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $names >/dev/null
