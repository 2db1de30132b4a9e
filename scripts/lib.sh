# Shared by the scripts: where we are, how we speak, and how a missing system package is found or installed.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 1

say() { printf '%s\n' "$*" >&2; }
stop() {
    say "$*"
    exit 1
}

# Prints the prefix with which we may install packages; fails when we may not.
may_install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then
        echo "env"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        echo "sudo -n env"
    else
        return 1
    fi
}

# apt_install <packages>: installs them where we may; else fails.
apt_install() {
    local prefix
    prefix=$(may_install) || return 1
    say "Ik installeer $*."
    local apt="$prefix DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
    $apt install -y --no-install-recommends "$@" >/dev/null 2>&1 && return 0
    $apt update >/dev/null 2>&1
    $apt install -y --no-install-recommends "$@" >/dev/null
}

# missing <what it is for> <packages>: how a person installs it, as one sentence.
missing() {
    local what=$1
    shift
    if command -v apt-get >/dev/null; then
        say "$what ontbreekt. Installeer het met: sudo apt-get install -y $*"
    else
        say "$what ontbreekt. Installeer met je pakketbeheer wat op Debian zo heet: $*"
    fi
}

# The headless shell is Chromium without windows and menus: a fresh context costs a third of the time.
find_chromium() {
    command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome
}

# The folder with the programs of the newest PostgreSQL here. Debian keeps them out of the PATH.
find_postgres() {
    local initdb
    initdb=$(ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1)
    [ -n "$initdb" ] || initdb=$(command -v initdb) || return 1
    dirname "$(readlink -f "$initdb")"
}

# The libraries that draw the PDF. Only Linux has these names; elsewhere WeasyPrint itself tells.
has_pango() {
    [ "$(uname)" = Linux ] || return 0
    .venv/bin/python - <<'PYTHON' 2>/dev/null
import ctypes
for name in ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"):
    ctypes.CDLL(name)
PYTHON
}
PANGO="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
