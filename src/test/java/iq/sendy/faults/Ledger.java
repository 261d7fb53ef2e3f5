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
    record Line(Wish wish, Listed order, String answer) {

        String id() {
            return order.id();
        }
    }

    /** What a customer wants; its label stands in the order, so that a second effect of one wish would show. */
    record Wish(String label, @Nullable String key, String body) {}

    synchronized void promised(Wish wish, Api.Reply reply) {
        var line = new Line(wish, Listed.of(reply.data()), reply.text());
        var order = line.order();
        try {
            file.write(String.join("\t", wish.label(), String.valueOf(wish.key()), order.id(), order.publicId()));
            file.write("\t" + order.number() + "\t" + order.total() + "\t" + order.lines() + "\n");
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
