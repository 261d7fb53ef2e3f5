package iq.sendy.platform.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says that it is a PostgreSQL of some version, lets everybody in, and thinks that each statement is done. */
final class OldPostgres implements AutoCloseable {

    private static final int WITH_TLS = 80877103;
    private static final int WITH_GSS = 80877104;

    private final ServerSocket door;
    private final String version;

    OldPostgres(String version) throws IOException {
        this.version = version;
        door = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + "/shops";
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                talk(caller);
            } catch (IOException gone) {
                // The driver hangs up when it has heard enough, and the test closes the door.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        var out = new DataOutputStream(caller.getOutputStream());
        for (var wish = opening(in); wish == WITH_TLS || wish == WITH_GSS; wish = opening(in)) {
            out.write('N');
        }
        message(out, 'R', new byte[4]);
        message(out, 'S', text("server_version\0" + version + '\0'));
        message(out, 'S', text("client_encoding\0UTF8\0"));
        message(out, 'S', text("standard_conforming_strings\0on\0"));
        message(out, 'S', text("integer_datetimes\0on\0"));
        message(out, 'Z', text("I"));
        for (var kind = in.read(); kind > 0 && kind != 'X'; kind = in.read()) {
            in.skipNBytes(in.readInt() - (long) Integer.BYTES);
            // The end of a simple statement, and of one in parts.
            if (kind == 'Q' || kind == 'S') {
                if (kind == 'S') {
                    message(out, '1', new byte[0]);
                    message(out, '2', new byte[0]);
                }
                message(out, 'C', text("SET\0"));
                message(out, 'Z', text("I"));
            }
        }
    }

    private static int opening(DataInputStream in) throws IOException {
        var length = in.readInt();
        var wish = in.readInt();
        in.skipNBytes(length - 2L * Integer.BYTES);
        return wish;
    }

    private static void message(DataOutputStream out, char kind, byte[] content) throws IOException {
        var whole = new ByteArrayOutputStream();
        var message = new DataOutputStream(whole);
        message.writeByte(kind);
        message.writeInt(content.length + Integer.BYTES);
        message.write(content);
        out.write(whole.toByteArray());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
