package iq.sendy.platform.pages;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves the files beside pages. A name stands for one content, so browsers ask once a year. */
@Controller
class AssetController {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    /** A worker of a page answers for pages, which are not where the files are. */
    private static final String WORKER = "-worker.";

    private static final String WORKS_FOR = "/app/";

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(Assets.PATH + "{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable("name") String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var asset = assets.find(name)
                .orElseThrow(() -> new RequestRejected(HttpStatus.NOT_FOUND, Violation.of("route.not_found")));
        var gzip = asset.packs() && encodings != null && encodings.contains("gzip");
        var answer = ResponseEntity.ok()
                .contentType(asset.type())
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (gzip) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (name.contains(WORKER)) {
            answer.header("Service-Worker-Allowed", WORKS_FOR);
        }
        return answer.body(asset.bytes(gzip));
    }
}
