package iq.sendy.platform.openapi;

import iq.sendy.platform.api.Messages;
import iq.sendy.platform.secrets.Digests;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Serves the document, made when it is first asked for. */
@Controller
class OpenApiController {

    private final Supplier<Made> document;

    OpenApiController(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            Messages messages,
            JsonMapper json) {
        this.document = SingletonSupplier.of(() -> {
            // Asked for late: the mappings know this controller.
            var methods = mappings.getObject().getHandlerMethods();
            return new Made(json.writeValueAsBytes(OpenApiDocument.of(methods, messages)));
        });
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> document() {
        var made = document.get();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePublic())
                .eTag(made.tag)
                .body(made.bytes);
    }

    private static final class Made {

        private final byte[] bytes;
        private final String tag;

        Made(byte[] bytes) {
            this.bytes = bytes;
            this.tag = '"' + HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(bytes), 16)) + '"';
        }
    }
}
