# Sourced by the scripts beside it: what has to be there before the program or its tests can run.
# POSIX sh. Every step looks first and does nothing when nothing is missing.
# The package lists are used by the scripts that source this file.
# shellcheck shell=sh disable=SC2034

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv

# Qt's own wheel brings everything but the libraries of the display server.
qt_packages="libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0
    libxkbcommon-x11-0 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0
    libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0"

# Chinese and Russian faces for the window and the papers.
font_packages="fonts-noto-cjk fonts-liberation"

# The tests open real windows without a screen and read invitations with another library.
test_packages="xvfb libical3"

say() {
    printf '==> %s\n' "$*"
}

complain() {
    printf '%s\n' "$*" >&2
}

# debian_packages NAME...: installs what is missing as root, otherwise prints the line that would.
# Goes on either way: a machine with the same libraries from elsewhere is a good machine too.
debian_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    absent=''
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -q '^installed$' ||
            absent="$absent $name"
    done
    [ -n "$absent" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        complain "Some Debian packages are missing. To install them:"
        complain "  sudo apt-get update && sudo apt-get install --no-install-recommends$absent"
        return 0
    fi
    say "Installing Debian packages:$absent"
    # Names are separated by spaces on purpose.
    # shellcheck disable=SC2086
    if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $absent; } </dev/null >/dev/null; then
        complain "apt-get could not install all of:$absent"
    fi
}

# make_venv: a fresh .venv, also where Debian's python3-venv is not installed.
make_venv() {
    python=${PYTHON:-python3}
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        complain "Python 3.11 or newer is needed (PYTHON=/path/to/python3 chooses one)."
        exit 1
    fi
    say "Making $venv"
    rm -rf "$venv"
    "$python" -m venv "$venv" >/dev/null 2>&1 && return 0
    rm -rf "$venv"
    if "$python" -m venv --without-pip "$venv" &&
        "$python" -m pip --python "$venv/bin/python" install --quiet pip; then
        return 0
    fi
    rm -rf "$venv"
    debian_packages python3-venv
    if "$python" -m venv "$venv"; then
        return 0
    fi
    rm -rf "$venv"
    complain "No virtual environment could be made with $python."
    exit 1
}

# python_packages LOCKFILE: the venv holds exactly these versions, checked by their hashes.
# A stamp in the venv remembers the lock file, so that the second time costs nothing.
# The lock names everything, so nothing is resolved: Debian 12's pip, resolving, takes a package asked
# for with an extra (coverage[toml]) in its newest version instead of the locked one, and then fails.
python_packages() {
    lock=$root/$1
    stamp=$venv/$1.sha256
    "$venv/bin/python" -c '' 2>/dev/null || make_venv
    wanted=$(sha256sum "$lock" | cut -d ' ' -f 1)
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
        return 0
    fi
    say "Installing Python packages from $1"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --no-deps --require-hashes --requirement "$lock"
    if ! lacking=$("$venv/bin/python" -m pip check --disable-pip-version-check); then
        complain "$1 does not hold all that is needed (scripts/lock writes it anew):"
        complain "$lacking"
        exit 1
    fi
    printf '%s\n' "$wanted" >"$stamp"
}

# compile_catalogues: the .po files of the checkout become the .mo files the program reads.
compile_catalogues() {
    (cd "$root" && "$venv/bin/python" -m consultations_gui.i18n.compile >/dev/null)
}
