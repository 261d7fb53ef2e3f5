# Shared by the commands beside it: sourced, never run. It keeps to what bash 3.2 has, which is what macOS brings.
set -euo pipefail

# A service manager may give none: then it is the account's own, which is what the program takes, too.
if [ -z "${HOME:-}" ]; then
    unset HOME
    HOME=~
    export HOME
fi

sendy_home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"

# Prints the comment at the top of the calling script, if help is what was asked for.
help_if_asked() {
    case "${1:-}" in
        -h | --help)
            sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
    esac
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The major version of the JDK in a directory; 0 when there is none.
jdk_version() {
    local version=""
    if [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
        version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
    fi
    printf '%s' "${version:-0}"
}

# The home of the java on the PATH, which is often a chain of links.
jdk_on_path() {
    if command -v java >/dev/null; then
        java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
    fi
}

jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}"
    ls -d /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null || true
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25+ 2>/dev/null || true
    fi
    jdk_on_path
}

# Prints the home of a JDK 25 or newer: the one in JAVA_HOME if it is one, otherwise the first that turns up.
find_jdk() {
    local home
    while IFS= read -r home; do
        if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
            printf '%s\n' "$home"
            return
        fi
    done <<EOF
$(jdk_candidates)
EOF
    fail "Sendy needs a JDK 25 or newer and found none: install one (Temurin 25, for example) or set JAVA_HOME to it."
}

# Prints the mvn on the PATH when it is 3.8 or newer, and the wrapper otherwise.
find_maven() {
    local version major minor
    if command -v mvn >/dev/null; then
        version="$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)"
        major="${version%%.*}"
        minor="${version#*.}"
        if [ -n "$version" ] && { [ "$major" -gt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -ge 8 ]; }; }; then
            command -v mvn
            return
        fi
    fi
    printf '%s\n' "$sendy_home/mvnw"
}

# Says what is being done, and for how long: in place on a screen, a line every ten seconds elsewhere.
progress_from=""
progress_said=0
progress() {
    local seconds
    progress_from="${progress_from:-$SECONDS}"
    seconds=$((SECONDS - progress_from))
    if [ -t 2 ]; then
        printf '\r\033[K  %s s  %s' "$seconds" "$1" >&2
    elif [ "$seconds" -ge $((progress_said + 10)) ]; then
        progress_said="$seconds"
        printf '  %s s  %s\n' "$seconds" "$1" >&2
    fi
}

progress_ends() {
    if [ -t 2 ] && [ -n "$progress_from" ]; then
        printf '\r\033[K' >&2
    fi
    progress_from=""
    progress_said=0
}

# Runs Maven on the JDK that was found, in the repository, whatever JAVA_HOME says.
maven() {
    (exec_maven "$@")
}

# The same in place of the shell, so that whoever started it may end it.
exec_maven() {
    local jdk maven
    jdk="$(find_jdk)"
    export JAVA_HOME="$jdk"
    maven="$(find_maven)"
    # Maven's own libraries use what newer JDKs warn about.
    export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
    cd "$sendy_home"
    exec "$maven" -B "$@"
}
