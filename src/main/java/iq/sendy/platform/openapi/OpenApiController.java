package iq.sendy.platform.openapi;

import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Serves the document, whole and for those who use one door, each made when it is first asked for. */
@Controller
class OpenApiController {

    private static final Map<String, Audience> PARTS =
            Map.of("store.json", Audience.PEOPLE, "integrations.json", Audience.PROGRAMS);

    private final Map<Audience, PackedBytes> made = new ConcurrentHashMap<>();
    private final Function<Audience, PackedBytes> maker;

    OpenApiController(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<EventDescriptions> events,
            Messages messages,
            JsonMapper json,
            Environment environment) {
        this.maker = audience -> {
            // Asked for late: the mappings know this controller, and the port is known when it is bound.
            var methods = mappings.getObject().getHandlerMethods();
            var sent = events.stream()
                    .map(EventDescriptions::all)
                    .flatMap(List::stream)
                    .toList();
            var document = OpenApiDocument.of(methods, sent, messages, audience, server(environment));
            return new PackedBytes(json.writeValueAsBytes(document));
        };
    }

    /** Where links that we hand out lead to; without such a setting, this process on its own machine. */
    private static String server(Environment environment) {
        var url = environment.getProperty("sendy.public.url", "").strip();
        return url.isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
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
            throw Refused.notFound();
        }
        return answer(audience, encodings);
    }

    private ResponseEntity<byte[]> answer(Audience audience, @Nullable String encodings) {
        return made.computeIfAbsent(audience, maker).answer(MediaType.APPLICATION_JSON, Duration.ZERO, encodings);
    }
}
