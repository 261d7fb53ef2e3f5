package iq.sendy.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Envelope writer, for controllers, filters and failures alike: no other place shapes an answer. */
@Component
public class AnswerWriter {

    private final JsonMapper json;
    private final Messages messages;
    private final AnswerSender sender;
    private final ObjectProvider<FailurePage> pages;

    AnswerWriter(JsonMapper json, Messages messages, AnswerSender sender, ObjectProvider<FailurePage> pages) {
        this.json = json;
        this.messages = messages;
        this.sender = sender;
        this.pages = pages;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Answer<?> answer) throws IOException {
        write(request, response, answer, null);
    }

    /** A failure that is ours and not the caller's: no internals, and a trace id to look it up by. */
    public void writeTrouble(HttpServletRequest request, HttpServletResponse response, Answer<?> answer, String traceId)
            throws IOException {
        write(request, response, answer, traceId);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, RequestRejected requestRejected)
            throws IOException {
        write(
                request,
                response,
                new Answer<>(
                        requestRejected.status(),
                        requestRejected.faults().getFirst().code(),
                        null,
                        requestRejected.faults(),
                        requestRejected.headers()),
                null);
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, Answer<?> answer, @Nullable String traceId)
            throws IOException {
        if (!answer.faults().isEmpty() && PageRequests.wantPage(request)) {
            var page = pages.getIfAvailable();
            if (page != null && page.write(request, response, answer, traceId)) {
                return;
            }
        }
        var language = language(request);
        var bytes = json.writeValueAsBytes(envelope(answer, language, traceId));
        response.setStatus(answer.status().value());
        answer.headers().forEach(response::setHeader);
        if (answer.status() == HttpStatus.UNAUTHORIZED && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
        }
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, messages.tag(language));
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        sender.send(request, response, bytes);
    }

    /** The envelope of an answer in a language, for whoever keeps the bytes. */
    public byte[] bytes(Answer<?> answer, Locale language) {
        return json.writeValueAsBytes(envelope(answer, language, null));
    }

    /** The errors of a failed answer in a language, as a bulk row shows them too. */
    public List<Envelope.ErrorItem> errors(List<Violation> faults, Locale language) {
        return Violations.first(Violations.MOST, faults).stream()
                .map(violation -> new Envelope.ErrorItem(
                        violation.field(),
                        violation.code(),
                        messages.text(violation.text(), language, violation.arguments()),
                        violation.more()))
                .toList();
    }

    public Locale language(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return messages.preferred(accepted == null ? "" : accepted);
    }

    /** The tag of a language for {@code Content-Language}. */
    public String tag(Locale language) {
        return messages.tag(language);
    }

    private Envelope envelope(Answer<?> answer, Locale language, @Nullable String traceId) {
        if (answer.faults().isEmpty()) {
            return new Envelope(
                    true, null, messages.text(answer.message(), language, List.of()), answer.data(), List.of(), null);
        }
        var first = answer.faults().getFirst();
        var text = messages.text(first.text(), language, first.arguments());
        var total = Violations.total(answer.faults());
        var message = total == 1 ? text : messages.text("several", language, List.of(Long.toString(total)));
        return new Envelope(false, answer.status().value(), message, null, errors(answer.faults(), language), traceId);
    }

    private static String challenge(HttpServletRequest request) {
        return request.getRequestURI().startsWith(StoreController.KEY_DOOR)
                ? "ApiKey realm=\"sendy\""
                : "Bearer realm=\"sendy\"";
    }
}
