package iq.sendy.apidocs.web;

import iq.sendy.apidocs.Audience;
import iq.sendy.apidocs.OpenApiDocuments;
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

/** Serves the document, whole and for those who use one door. */
@Controller
class OpenApiController {

    private static final Map<String, Audience> PARTS =
            Map.of("store.json", Audience.PEOPLE, "integrations.json", Audience.PROGRAMS);

    private final OpenApiDocuments documents;

    OpenApiController(OpenApiDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> document(
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        return answer(Audience.EVERYBODY, encodings);
    }

    @GetMapping("/openapi/{part}")
    ResponseEntity<byte[]> part(
            @PathVariable("part") String part,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var audience = PARTS.get(part);
        if (audience == null) {
            throw RequestRejected.notFound();
        }
        return answer(audience, encodings);
    }

    private ResponseEntity<byte[]> answer(Audience audience, @Nullable String encodings) {
        return documents.packed(audience).answer(MediaType.APPLICATION_JSON, Duration.ZERO, encodings);
    }
}
