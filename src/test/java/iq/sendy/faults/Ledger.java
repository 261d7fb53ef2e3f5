package iq.sendy.faults;

import iq.sendy.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was promised to a client. A line counts once it is written down; acknowledged must be a part of stored. */
final class Ledger implements AutoCloseable {

    private final Writer file;
    private final List<Line> lines = new ArrayList<>();

    Ledger(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
    }

    /** An order as its customer asked for it, and as it was answered. */
    record Line(Wish wish, String id, String publicId, long number, long total, String answer) {}

    /** What a customer wants; its label stands in the order, so that a second effect of one wish would show. */
    record Wish(String label, @Nullable String key, String body) {}

    synchronized void promised(Wish wish, Api.Reply reply) {
        var line = new Line(
                wish,
                reply.data("id"),
                reply.data("publicId"),
                Long.parseLong(reply.data("number")),
                Long.parseLong(reply.data("total")),
                reply.text());
        try {
            file.write(String.join("\t", wish.label(), String.valueOf(wish.key()), line.id(), line.publicId()));
            file.write("\t" + line.number() + "\t" + line.total() + "\n");
            file.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        lines.add(line);
    }

    synchronized int size() {
        return lines.size();
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
