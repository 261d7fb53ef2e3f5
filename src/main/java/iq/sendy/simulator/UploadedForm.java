package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The file in a form of parts, as our own client of Graph uploads it. */
final class UploadedForm {

    private static final String BOUNDARY = "boundary=";
    private static final String TYPE = "content-type:";
    private static final String NAME = "filename=\"";

    private UploadedForm() {}

    /** The first part that is a file; empty where there is none. */
    static Optional<SimulatedFile> read(String contentType, Bytes body) {
        var named = contentType.indexOf(BOUNDARY);
        if (named < 0) {
            return Optional.empty();
        }
        var mark = "--"
                + contentType
                        .substring(named + BOUNDARY.length())
                        .replace("\"", "")
                        .strip();
        // One char for one byte, so that places in the text are places in the bytes.
        var text = new String(body.toArray(), StandardCharsets.ISO_8859_1);
        for (var start = text.indexOf(mark); start >= 0; ) {
            var end = text.indexOf("\r\n" + mark, start + mark.length());
            var head = text.indexOf("\r\n\r\n", start);
            if (end < 0 || head < 0 || head > end) {
                return Optional.empty();
            }
            var heads = text.substring(start, head);
            if (heads.contains(NAME)) {
                var content = text.substring(head + 4, end).getBytes(StandardCharsets.ISO_8859_1);
                return Optional.of(new SimulatedFile(Bytes.of(content), type(heads), name(heads)));
            }
            start = end + 2;
        }
        return Optional.empty();
    }

    private static String type(String heads) {
        return heads.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(TYPE))
                .map(line -> line.substring(TYPE.length()).strip())
                .findFirst()
                .orElse("application/octet-stream");
    }

    private static String name(String heads) {
        var start = heads.indexOf(NAME) + NAME.length();
        var name = heads.substring(start, Math.max(start, heads.indexOf('"', start)));
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
