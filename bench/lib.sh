# Shared by the commands beside it: sourced, never run, behind bin/lib.sh. Builds the Sendy that is measured, if need be.
built="$sendy_home/target/sendy.jar"
unpacked="$sendy_home/target/bench"
if [ ! -f "$built" ] || [ -n "$(cd "$sendy_home" && find src/main pom.xml -newer "$built" | head -n 1)" ]; then
    echo "Building Sendy." >&2
    maven -q -Dmaven.test.skip=true -Dspotless.check.skip=true package || fail "The build failed."
    touch "$built"
fi
if [ ! -f "$unpacked/sendy.jar" ] || [ "$built" -nt "$unpacked/sendy.jar" ]; then
    rm -rf "$unpacked"
    "$jdk/bin/java" -Djarmode=tools -jar "$built" extract --destination "$unpacked" >/dev/null
    touch "$unpacked/sendy.jar"
fi
