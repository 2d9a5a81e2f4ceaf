#!/bin/sh
# Opens the studio; where there is no screen it says so and composes one tune instead.
set -eu
bin=${1:?the folder of the virtual environment\'s programs}

has_screen() {
    [ "$(uname -s)" != Linux ] && return 0
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    "$bin/python" -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' >/dev/null 2>&1
}

if has_screen; then
    exec "$bin/abcstudio"
fi
echo "There is no screen here, so the studio composes one tune instead of opening its window:"
exec "$bin/abcstudio" demo
