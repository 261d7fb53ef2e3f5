package iq.sendy.apidocs.web;

import iq.sendy.apidocs.PackedBytes;
import iq.sendy.platform.api.RequestRejected;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Pages to read and try the API, all of them from here: a shop's network may reach us and nobody else. */
@Controller
class DocsController {

    private static final MediaType HTML = MediaType.valueOf("text/html;charset=utf-8");
    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.valueOf("text/css;charset=utf-8"),
            "js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "svg", MediaType.valueOf("image/svg+xml"));

    /** Scripts and styles are files of ours; what is tried is sent here, and nothing is loaded from or sent to elsewhere. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
            + "; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** Pages name their files by what is in them. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final DocsPages pages;

    DocsController(DocsPages pages) {
        this.pages = pages;
    }

    @GetMapping("/docs")
    ResponseEntity<byte[]> index(
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        return page(pages.index(), encodings);
    }

    @GetMapping("/docs/{id}")
    ResponseEntity<byte[]> operation(
            @PathVariable("id") String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        return page(pages.operation(id), encodings);
    }

    @GetMapping("/docs/events")
    ResponseEntity<byte[]> events(
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        return page(pages.events(), encodings);
    }

    @GetMapping("/docs/events/{type}")
    ResponseEntity<byte[]> event(
            @PathVariable("type") String type,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        return page(pages.event(type), encodings);
    }

    @GetMapping("/docs/assets/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable("name") String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var file = pages.file(name);
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw RequestRejected.notFound();
        }
        return file.answer(type, KEPT, encodings);
    }

    private static ResponseEntity<byte[]> page(PackedBytes page, @Nullable String encodings) {
        var answer = page.answer(HTML, Duration.ZERO, encodings);
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header("Content-Security-Policy", POLICY)
                .body(answer.getBody());
    }
}
