package iq.sendy.platform.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every JSON answer of {@code /api/v1}. An error also has {@code code}, the HTTP status, and a trouble of our own a
 * {@code traceId} to find it by.
 */
public record Envelope(
        boolean success,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer code,
        String message,
        @Nullable Object data,
        List<ErrorItem> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String traceId) {

    /** One failing field, or the whole request when {@code field} is null. */
    public record ErrorItem(
            @Nullable String field,
            String code,
            String message,
            @JsonAnyGetter Map<String, Object> more) {}
}
