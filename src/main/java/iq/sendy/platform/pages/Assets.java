package iq.sendy.platform.pages;

import iq.sendy.platform.api.ContentCodings;
import iq.sendy.platform.secrets.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The files beside pages: those in {@code static} and some of others, each served under a name with its hash, so that it may be kept for good.
 * A stylesheet names a file beside it plainly, {@code url("name")}, and is served with that file's hashed name.
 */
@Component
class Assets {

    static final String PATH = "/assets/";

    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.valueOf("text/css;charset=utf-8"),
            "js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "svg", MediaType.valueOf("image/svg+xml"),
            "woff2", MediaType.valueOf("font/woff2"));

    /** Packed by their own format. */
    private static final Set<String> PACKED = Set.of("woff2");

    private static final String WEBJARS = "classpath*:/META-INF/resources/webjars/";

    /** Files of others, by the names that pages have for them. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "uplot.js", "uplot/*/dist/uPlot.iife.min.js",
            "uplot.css", "uplot/*/dist/uPlot.min.css");

    private static final Pattern NAMED = Pattern.compile("url\\(\"([^\"]*)\"\\)");

    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Asset> files = new HashMap<>();

    Assets() {
        try {
            var resources = new PathMatchingResourcePatternResolver();
            for (var library : LIBRARIES.entrySet()) {
                add(library.getKey(), only(resources.getResources(WEBJARS + library.getValue())));
            }
            var found = resources.getResources("classpath:/static/*.*");
            // Stylesheets come last: their own hashes follow from those of the files that they name.
            for (var file : Arrays.stream(found)
                    .sorted(Comparator.comparing(Assets::isStylesheet))
                    .toList()) {
                add(Objects.requireNonNull(file.getFilename()), file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file as it is sent: plain, and packed for whoever reads gzip. */
    static final class Asset {

        private final MediaType type;
        private final byte[] plain;
        private final byte @Nullable [] packed;

        Asset(MediaType type, byte[] plain, byte @Nullable [] packed) {
            this.type = type;
            this.plain = plain;
            this.packed = packed;
        }

        boolean packs() {
            return packed != null;
        }

        MediaType type() {
            return type;
        }

        byte[] bytes(boolean gzip) {
            return gzip && packed != null ? packed : plain;
        }
    }

    /** The address of a file by its plain name. */
    String url(String name) {
        return Optional.ofNullable(urls.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no static/" + name));
    }

    Optional<Asset> find(String hashedName) {
        return Optional.ofNullable(files.get(hashedName));
    }

    private static Resource only(Resource[] found) {
        if (found.length != 1) {
            throw new IllegalStateException("One file is wanted, and not " + Arrays.toString(found));
        }
        return found[0];
    }

    private void add(String name, Resource file) throws IOException {
        var dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1);
        var type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalStateException("static/" + name + " is of no type that is served");
        }
        var bytes = isStylesheet(file) ? stylesheet(file) : file.getContentAsByteArray();
        var hash = HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(bytes), 8));
        var hashed = name.substring(0, dot) + "." + hash + name.substring(dot);
        urls.put(name, PATH + hashed);
        files.put(hashed, new Asset(type, bytes, PACKED.contains(ending) ? null : ContentCodings.gzip(bytes)));
    }

    private byte[] stylesheet(Resource file) throws IOException {
        return NAMED.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                .replaceAll(named -> "url(\"" + url(named.group(1)) + "\")")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isStylesheet(Resource file) {
        return Objects.requireNonNull(file.getFilename()).endsWith(".css");
    }
}
