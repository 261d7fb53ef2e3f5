package iq.sendy.platform.body;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.InputText;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.tomcat.util.http.fileupload.FileItemHeaders;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A {@code multipart/form-data} body. It is read whole and counted like any other, so that an {@code Idempotency-Key} knows
 * its parts; hence Spring's own multipart is switched off.
 */
public record MultipartForm(List<FormPart> parts) {

    /** One part; of a field it has no file name. */
    public record FormPart(String name, @Nullable String fileName, Bytes content) {}

    private static final String ATTRIBUTE = "sendy.form";
    private static final int MOST_PARTS = 50;
    private static final int MOST_HEAD = 2 << 10;

    public MultipartForm {
        parts = List.copyOf(parts);
    }

    /**
     * Reads the form, once for a request.
     *
     * @throws RequestRejected 413 when there are more bytes than {@code most}, 415 when it is another type, 400 when it is broken
     */
    public static MultipartForm of(HttpServletRequest request, int most) {
        var before = read(request);
        if (before != null) {
            return before;
        }
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new RequestRejected(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, Violation.of("body.media_type", "multipart/form-data"));
        }
        var bytes = RequestBytes.of(request, most);
        var read = new ArrayList<FormPart>();
        try {
            var parts = new FewParts().getItemIterator(new WholeForm(type, bytes));
            while (parts.hasNext()) {
                var part = parts.next();
                var content = Bytes.of(part.openStream().readAllBytes());
                var fileName = part.isFormField() ? null : Objects.requireNonNullElse(part.getName(), "");
                read.add(new FormPart(part.getFieldName(), fileName, content));
            }
        } catch (IOException | RuntimeException broken) {
            // The reader throws whatever it stumbles over, also when a name is broken in mail's own encoding.
            throw new RequestRejected(HttpStatus.BAD_REQUEST, Violation.of("request.malformed"));
        }
        var multipartForm = new MultipartForm(read);
        request.setAttribute(ATTRIBUTE, multipartForm);
        return multipartForm;
    }

    /** The form of a request that was read as one; null when it was not. */
    public static @Nullable MultipartForm read(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof MultipartForm read ? read : null;
    }

    /** The last file of this name; empty when it holds nothing. */
    public Optional<Bytes> file(String name) {
        return last(name, formPart -> formPart.fileName() != null).filter(file -> file.length() > 0);
    }

    /** As its sender calls the last file of this name; empty where there is none. */
    public String fileName(String name) {
        return parts.reversed().stream()
                .filter(part -> part.name().equals(name) && part.fileName() != null)
                .map(FormPart::fileName)
                .findFirst()
                .orElse("");
    }

    /** A yes or no among the fields; null when it was not sent, or cannot be read and is complained about. */
    public @Nullable Boolean flag(String name, Violations violations) {
        var text = last(name, formPart -> formPart.fileName() == null)
                .map(content -> InputText.clean(new String(content.toArray(), StandardCharsets.UTF_8)))
                .orElse("");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            case "" -> null;
            default -> {
                violations.add(name, "field.invalid");
                yield null;
            }
        };
    }

    /** Its fields, as the parameters of a form without files are. */
    public Map<String, String[]> fields() {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            if (part.fileName() == null) {
                fields.computeIfAbsent(part.name(), _ -> new ArrayList<>())
                        .add(new String(part.content().toArray(), StandardCharsets.UTF_8));
            }
        }
        var sent = new LinkedHashMap<String, String[]>();
        fields.forEach((name, values) -> sent.put(name, values.toArray(String[]::new)));
        return sent;
    }

    private Optional<Bytes> last(String name, Predicate<FormPart> kind) {
        return parts.reversed().stream()
                .filter(formPart -> formPart.name().equals(name) && kind.test(formPart))
                .map(FormPart::content)
                .findFirst();
    }

    /** Counts every part whose head is read, also one without a name, which the iterator passes over in silence. */
    private static final class FewParts extends FileUpload {

        private int parts;

        FewParts() {
            setPartHeaderSizeMax(MOST_HEAD);
        }

        @Override
        public FileItemHeaders getParsedHeaders(String head) {
            parts++;
            if (parts > MOST_PARTS) {
                throw new IllegalArgumentException("More than " + MOST_PARTS + " parts");
            }
            return super.getParsedHeaders(head);
        }
    }

    /** The body as Tomcat's reader of forms wants it. */
    private static final class WholeForm implements UploadContext {

        private final String contentType;
        private final byte[] bytes;

        WholeForm(String contentType, byte[] bytes) {
            this.contentType = contentType;
            this.bytes = bytes;
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
