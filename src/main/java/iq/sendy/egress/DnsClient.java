package iq.sendy.egress;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * DNS client: one question of any type to the name servers, over UDP, and over TCP where an answer is too long for that. It
 * blocks virtual threads alone, and whoever is interrupted gives it up at once: the machine's resolver does neither.
 */
final class DnsClient {

    private static final Duration ONE_TRY = Duration.ofSeconds(2);
    private static final int ROUNDS = 2;
    private static final int LONGEST_DATAGRAM = 4_096;
    private static final int LONGEST_ANSWER = 16_384;

    private final NameServers servers;

    DnsClient(NameServers servers) {
        this.servers = servers;
    }

    boolean hasServers() {
        return !servers.list().isEmpty();
    }

    /**
     * What the first server says that knows; also that there is no such name.
     *
     * @param end of all tries, by {@link System#nanoTime}
     */
    Message ask(Name name, int type, long end) throws IOException {
        var query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        var failure = new IOException("no name server");
        for (var round = 0; round < ROUNDS; round++) {
            for (var server : servers.list()) {
                var mine = System.nanoTime() + ONE_TRY.toNanos();
                try {
                    var answer = ask(server, query, mine - end < 0 ? mine : end);
                    var code = answer.getRcode();
                    if (code == Rcode.NOERROR || code == Rcode.NXDOMAIN) {
                        return answer;
                    }
                    failure = new IOException(Rcode.string(code));
                } catch (IOException broken) {
                    failure = broken;
                }
                if (Thread.currentThread().isInterrupted() || end - System.nanoTime() <= 0) {
                    throw failure;
                }
            }
        }
        throw failure;
    }

    private static Message ask(InetSocketAddress server, Message query, long end) throws IOException {
        var sent = query.toWire();
        try (var socket = new DatagramSocket()) {
            socket.connect(server);
            socket.send(new DatagramPacket(sent, sent.length));
            var datagram = new DatagramPacket(new byte[LONGEST_DATAGRAM], LONGEST_DATAGRAM);
            while (true) {
                socket.setSoTimeout(millisUntil(end));
                socket.receive(datagram);
                var answer = answer(Arrays.copyOf(datagram.getData(), datagram.getLength()), query);
                // What is not the answer to this question may be somebody's guess at it: the right one may still come.
                if (answer != null) {
                    return answer.getHeader().getFlag(Flags.TC) ? askByTcp(server, query, end) : answer;
                }
            }
        }
    }

    private static Message askByTcp(InetSocketAddress server, Message query, long end) throws IOException {
        var sent = query.toWire();
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(server, millisUntil(end));
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(2 + sent.length)
                            .putShort((short) sent.length)
                            .put(sent)
                            .array());
            var length = ByteBuffer.wrap(read(socket, 2, end)).getShort() & 0xffff;
            if (length > LONGEST_ANSWER) {
                throw new IOException("an answer of " + length + " bytes");
            }
            var answer = answer(read(socket, length, end), query);
            if (answer == null) {
                throw new IOException("not the answer to the question");
            }
            return answer;
        }
    }

    /** A byte a second satisfies a time-out of single reads for ever. */
    private static byte[] read(Socket socket, int count, long end) throws IOException {
        var bytes = new byte[count];
        var in = socket.getInputStream();
        for (var at = 0; at < count; ) {
            socket.setSoTimeout(millisUntil(end));
            var some = in.read(bytes, at, count - at);
            if (some < 0) {
                throw new IOException("cut off");
            }
            at += some;
        }
        return bytes;
    }

    private static @Nullable Message answer(byte[] bytes, Message query) {
        try {
            var answer = new Message(bytes);
            var asked = query.getQuestion();
            var header = answer.getHeader();
            var ours = header.getID() == query.getHeader().getID()
                    && header.getFlag(Flags.QR)
                    && asked.equals(answer.getQuestion());
            return ours ? answer : null;
        } catch (IOException | RuntimeException broken) {
            // Parsers meet hostile bytes with whatever their arithmetic throws: no answer either way.
            return null;
        }
    }

    private static int millisUntil(long end) throws SocketTimeoutException {
        var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) left;
    }
}
