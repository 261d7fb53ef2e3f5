package iq.sendy.platform.pages;

import iq.sendy.platform.api.ContentCodings;
import iq.sendy.platform.secrets.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The files beside pages: those in {@code static}, each served under a name with its hash, so that it may be kept for good. */
@Component
class Assets {

    static final String PATH = "/assets/";

    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.valueOf("text/css;charset=utf-8"),
            "js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "svg", MediaType.valueOf("image/svg+xml"));

    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Asset> files = new HashMap<>();

    Assets() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/static/*.*")) {
                add(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file as it is sent: plain, and packed for whoever reads gzip. */
    static final class Asset {

        private final MediaType type;
        private final byte[] plain;
        private final byte[] packed;

        Asset(MediaType type, byte[] plain) {
            this.type = type;
            this.plain = plain;
            this.packed = ContentCodings.gzip(plain);
        }

        MediaType type() {
            return type;
        }

        byte[] bytes(boolean gzip) {
            return gzip ? packed : plain;
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

    private void add(Resource file) throws IOException {
        var name = Objects.requireNonNull(file.getFilename());
        var dot = name.lastIndexOf('.');
        var type = TYPES.get(name.substring(dot + 1));
        if (type == null) {
            throw new IllegalStateException("static/" + name + " is of no type that is served");
        }
        var bytes = file.getContentAsByteArray();
        var hash = HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(bytes), 8));
        var hashed = name.substring(0, dot) + "." + hash + name.substring(dot);
        urls.put(name, PATH + hashed);
        files.put(hashed, new Asset(type, bytes));
    }
}
