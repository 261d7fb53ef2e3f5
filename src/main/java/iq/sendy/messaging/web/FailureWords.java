package iq.sendy.messaging.web;

import iq.sendy.meta.GraphError;
import iq.sendy.platform.api.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Words for why a message did not arrive: what Meta's code means, or our own, in the language of a request. */
@Component
class FailureWords {

    /** What our own codes begin with. */
    private static final String OURS = "social.";

    private final Messages messages;

    FailureWords(Messages messages) {
        this.messages = messages;
    }

    /** The text that explains a code to whoever asks. */
    Function<String, @Nullable String> in(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var language = messages.preferred(accepted == null ? "" : accepted);
        return code -> code.startsWith(OURS)
                ? messages.text(code, language, List.of())
                : messages.text(GraphError.of(code, null, "", null).explanation(), language, List.of(code));
    }
}
