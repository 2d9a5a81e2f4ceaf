#!/bin/sh
# Opens the studio; where it cannot open a window it says why and composes one tune instead.
set -eu
bin=${1:?the folder of the virtual environment\'s programs}

if [ "$(uname -s)" != Linux ]; then
    exec "$bin/abcstudio"
fi
why="There is no screen here"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    start='from PySide6.QtGui import QGuiApplication; QGuiApplication([])'
    if said=$("$bin/python" -c "$start" 2>&1); then
        exec "$bin/abcstudio"
    fi
    # Of a traceback the last line says it.
    printf '%s\n' "$said" | grep -Ev '^(Traceback|  )' >&2 || true
    why="Qt cannot open a window on this screen (see above)"
fi
echo "$why, so the studio composes one tune instead of opening its window:"
exec "$bin/abcstudio" demo
