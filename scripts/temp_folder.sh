#!/bin/sh
# Name the folder for the temporary files of tests: one in memory where there is room for them.
#
#     TMPDIR="$(sh scripts/temp_folder.sh)" python -m pytest
#
# The program forces each file that it writes onto the disk. In memory that takes no time; on the
# disk of a busy machine it takes a tenth of a second.
set -u

memory=/dev/shm
wanted_kb=4000000

room_kb=$(df -Pk "$memory" 2> /dev/null | awk 'NR == 2 { print $4 }')
# Some tests put programs into the folder and run them.
if [ "${room_kb:-0}" -gt "$wanted_kb" ] && [ -w "$memory" ] \
    && grep -q " $memory tmpfs " /proc/mounts && ! grep -q " $memory tmpfs .*noexec" /proc/mounts
then
    echo "$memory"
else
    echo "${TMPDIR:-/tmp}"
fi
