package iq.sendy.platform.openapi;

import iq.sendy.platform.api.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** A page to read and try the API, all of it from here: a shop's network may reach us and nobody else. */
@Controller
class DocsController {

    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/" + version() + "/";
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=utf-8");
    private static final MediaType STYLE = MediaType.valueOf("text/css;charset=utf-8");

    /** The files that the page names; nothing else is served. */
    private static final Map<String, Source> SOURCES = Map.of(
            "swagger-ui.css", new Source(WEBJAR + "swagger-ui.css", STYLE),
            "swagger-ui-bundle.js", new Source(WEBJAR + "swagger-ui-bundle.js", SCRIPT),
            "favicon-32x32.png", new Source(WEBJAR + "favicon-32x32.png", MediaType.IMAGE_PNG),
            "sendy.css", new Source("docs/sendy.css", STYLE),
            "sendy.js", new Source("docs/sendy.js", SCRIPT));

    private final String page = new String(read("docs/page.html"), StandardCharsets.UTF_8);
    private final Map<String, PackedBytes> assets = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private record Source(String file, MediaType type) {}

    @GetMapping("/docs")
    ResponseEntity<String> page() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy(nonce))
                .body(page.replace("{{nonce}}", nonce));
    }

    @GetMapping("/docs/assets/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable("name") String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var source = SOURCES.get(name);
        if (source == null) {
            throw Refused.notFound();
        }
        return assets.computeIfAbsent(name, _ -> new PackedBytes(read(source.file())))
                .answer(source.type(), Duration.ofHours(1), encodings);
    }

    private static String policy(String nonce) {
        var marked = "'nonce-" + nonce + "'";
        return "default-src 'none'; script-src " + marked + "; style-src " + marked
                + "; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'"
                + "; frame-ancestors 'none'";
    }

    private static String version() {
        try (var file =
                new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties").getInputStream()) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static byte[] read(String file) {
        try {
            return new ClassPathResource(file).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
