package iq.sendy.fakes;

import iq.sendy.kernel.Bytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came. */
public record Received(String line, Map<String, String> headers, Bytes body) {

    /** By its name in lower case. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
