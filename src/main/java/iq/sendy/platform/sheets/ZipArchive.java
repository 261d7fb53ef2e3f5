package iq.sendy.platform.sheets;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A ZIP file in memory, read by its central directory alone. Its entries must fill it from the first byte to the directory:
 * what another reader could take for an entry and this one does not see makes it unreadable.
 */
final class ZipArchive {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_LENGTH = 22;
    private static final int END_64_LENGTH = 56 + 20;

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_UNPACKED = 100L << 20;
    private static final int MOST_RATIO = 100;

    private record ZipMember(String name, boolean packed, boolean described, int header, int begin, int length) {}

    private final byte[] file;
    private final ByteBuffer bytes;
    private final Map<String, ZipMember> entries = new HashMap<>();
    private long left;

    /**
     * Finds the entries.
     *
     * @throws UnreadableSheet when the directory is not the only way to read the file
     */
    ZipArchive(byte[] file) throws UnreadableSheet {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.left = Math.min(MOST_UNPACKED, Math.max(1L << 20, (long) file.length * MOST_RATIO));
        try {
            find();
        } catch (IndexOutOfBoundsException | IllegalArgumentException torn) {
            throw broken();
        }
    }

    private void find() throws UnreadableSheet {
        var end = file.length - END_LENGTH;
        var count = Short.toUnsignedInt(bytes.getShort(end + 10));
        var directory = bytes.getInt(end + 16);
        if (bytes.getInt(end) != END || count == 0 || count > MOST_ENTRIES || directory < 0) {
            throw broken();
        }
        var at = directory;
        for (var i = 0; i < count; i++) {
            at = entry(at);
        }
        // Writers that are used to large files put a second end before the end.
        if (at != end && !(at == end - END_64_LENGTH && bytes.getInt(at) == END_64)) {
            throw broken();
        }
        refuseGaps(directory);
    }

    /** Reads an entry of the directory; answers where the next one begins. */
    private int entry(int at) throws UnreadableSheet {
        var flags = bytes.getShort(at + 8);
        var method = bytes.getShort(at + 10);
        if (bytes.getInt(at) != CENTRAL || (flags & 1) != 0 || (method != 0 && method != 8)) {
            throw broken();
        }
        var named = Short.toUnsignedInt(bytes.getShort(at + 28));
        var extra = Short.toUnsignedInt(bytes.getShort(at + 30));
        var comment = Short.toUnsignedInt(bytes.getShort(at + 32));
        var wide = new Wide(at + 46 + named, extra);
        wide.next(bytes.getInt(at + 24));
        var length = wide.next(bytes.getInt(at + 20));
        var header = wide.next(bytes.getInt(at + 42));
        var name = new String(file, at + 46, named, StandardCharsets.UTF_8);
        var localName = Short.toUnsignedInt(bytes.getShort(header + 26));
        var begin = header + 30 + localName + Short.toUnsignedInt(bytes.getShort(header + 28));
        if (bytes.getInt(header) != LOCAL
                || !name.equals(new String(file, header + 30, localName, StandardCharsets.UTF_8))
                || entries.putIfAbsent(
                                name.replace('\\', '/'),
                                new ZipMember(name, method == 8, (flags & 8) != 0, header, begin, length))
                        != null) {
            throw broken();
        }
        return at + 46 + named + extra + comment;
    }

    /** Numbers of an entry that stand in its extra field when they are marked as too large for their place. */
    private final class Wide {

        private int at;

        Wide(int begin, int length) {
            this.at = begin;
            while (at < begin + length && bytes.getShort(at) != 1) {
                at += 4 + Short.toUnsignedInt(bytes.getShort(at + 2));
            }
            at += 4;
        }

        int next(int narrow) {
            if (narrow != -1) {
                return positive(narrow);
            }
            var value = bytes.getLong(at);
            at += 8;
            return positive(value);
        }

        private int positive(long value) {
            if (value < 0 || value > file.length) {
                // What unpacks to more than the file is only counted while it is unpacked.
                return file.length;
            }
            return (int) value;
        }
    }

    private void refuseGaps(int directory) throws UnreadableSheet {
        var at = 0L;
        var sorted = entries.values().stream()
                .sorted(Comparator.comparingInt(ZipMember::header))
                .toList();
        var described = false;
        for (var zipMember : sorted) {
            refuseGap(zipMember.header() - at, described);
            at = (long) zipMember.begin() + zipMember.length();
            described = zipMember.described();
        }
        refuseGap(directory - at, described);
    }

    /** Behind an entry whose sizes were not known at its beginning they stand once more, in one of four lengths. */
    private static void refuseGap(long gap, boolean described) throws UnreadableSheet {
        if (gap != 0 && !(described && (gap == 12 || gap == 16 || gap == 20 || gap == 24))) {
            throw broken();
        }
    }

    /** What an entry unpacks to, counted with all that was unpacked before. */
    Optional<InputStream> open(String name) {
        return Optional.ofNullable(entries.get(name)).map(zipMember -> new Counted(unpacked(zipMember)));
    }

    private InputStream unpacked(ZipMember zipMember) {
        var packed = new ByteArrayInputStream(file, zipMember.begin(), zipMember.length());
        if (!zipMember.packed()) {
            return packed;
        }
        var inflater = new Inflater(true);
        return new InflaterInputStream(packed, inflater, 8 << 10) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            return count(read, read);
        }

        private int count(int read, int more) throws IOException {
            if (read >= 0 && (left -= more) < 0) {
                throw new IOException("It unpacks to more than is taken");
            }
            return read;
        }
    }

    private static UnreadableSheet broken() {
        return new UnreadableSheet(UnreadableSheet.Why.BROKEN_WORKBOOK, "The workbook cannot be unpacked");
    }
}
