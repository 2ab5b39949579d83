#!/bin/sh
# Make a virtual environment. Debian's python3 leaves the `venv` part out: fetch it as root, else say what to install.
# Usage: make-venv.sh PYTHON FOLDER
set -eu
python=$1 folder=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; '$python' is $("$python" --version 2>&1). Set PYTHON=… to another one." >&2
    exit 1
}
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -q || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q python3-venv
    else
        echo "This Python has no 'venv'. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2
        exit 1
    fi
fi
"$python" -m venv "$folder"
