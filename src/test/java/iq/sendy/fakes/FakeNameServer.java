package iq.sendy.fakes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A name server on loopback that knows what it is told, is silent where it is told, and counts what it is asked. */
public final class FakeNameServer implements AutoCloseable {

    private static final FakeNameServer SHARED = new FakeNameServer();

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> truncated = ConcurrentHashMap.newKeySet();
    private final Set<String> guessedAt = ConcurrentHashMap.newKeySet();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    public FakeNameServer() {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        try {
            var ports = Ports.free(loopback);
            this.tcp = ports.tcp();
            this.udp = ports.udp();
        } catch (IOException none) {
            throw new IllegalStateException("No port is free", none);
        }
        Thread.ofVirtual().start(this::serveUdp);
        Thread.ofVirtual().start(this::serveTcp);
    }

    /** The same number in both protocols, which others are given numbers of as well. */
    private record Ports(ServerSocket tcp, DatagramSocket udp) {

        static Ports free(InetAddress loopback) throws IOException {
            for (var time = 1; ; time++) {
                var tcp = new ServerSocket(0, 50, loopback);
                try {
                    return new Ports(tcp, new DatagramSocket(tcp.getLocalPort(), loopback));
                } catch (BindException taken) {
                    tcp.close();
                    if (time == 20) {
                        throw taken;
                    }
                }
            }
        }
    }

    /** The one that the suite's server asks. */
    public static FakeNameServer shared() {
        return SHARED;
    }

    public String address() {
        return "127.0.0.1:" + tcp.getLocalPort();
    }

    /** The name has these addresses, each of its family. */
    public void says(String name, long ttl, String... addresses) {
        var all = Arrays.stream(addresses)
                .map(InetAddress::ofLiteral)
                .map(address -> address.getAddress().length == 4
                        ? new ARecord(name(name), DClass.IN, ttl, address)
                        : new AAAARecord(name(name), DClass.IN, ttl, address))
                .toList();
        records.put(key(name), new ArrayList<>(all));
    }

    /** The name has these lines, those that are too long for one piece in several. */
    public void writes(String name, String... lines) {
        records.put(
                key(name),
                Arrays.stream(lines)
                        .<Record>map(line -> new TXTRecord(name(name), DClass.IN, 60, pieces(line)))
                        .toList());
    }

    private static List<String> pieces(String line) {
        var half = line.length() / 2;
        return List.of(line.substring(0, half), line.substring(half));
    }

    /** Nothing is known of the name any more. */
    public void forgets(String name) {
        records.remove(key(name));
    }

    public void alias(String name, long ttl, String target) {
        records.put(key(name), List.of(new CNAMERecord(name(name), DClass.IN, ttl, name(target))));
    }

    /** Questions for names that end so, or so and a type such as {@code /AAAA}, are heard and not answered. */
    public void isSilentAbout(String end) {
        silent.add(end);
    }

    public void failsAt(String name) {
        failing.add(key(name));
    }

    /** Over UDP it says only that there is more to say. */
    public void truncates(String name) {
        truncated.add(key(name));
    }

    /** Before the answer comes somebody's guess at it, and something that is no message. */
    public void letsOthersGuessAt(String name) {
        guessedAt.add(key(name));
    }

    /** How often it was asked for names that end so. */
    public long asked(String end) {
        return asked.stream()
                .filter(question -> question.substring(0, question.indexOf('/')).endsWith(end))
                .count();
    }

    private void serveUdp() {
        var datagram = new DatagramPacket(new byte[4_096], 4_096);
        try {
            while (true) {
                udp.receive(datagram);
                answer(datagram);
            }
        } catch (IOException closed) {
            tell(closed);
        }
    }

    private void answer(DatagramPacket datagram) throws IOException {
        var query = new Message(Arrays.copyOf(datagram.getData(), datagram.getLength()));
        var question = query.getQuestion();
        var name = key(question.getName().toString());
        var line = name + "/" + Type.string(question.getType());
        asked.add(line);
        if (silent.stream().anyMatch(end -> name.endsWith(end) || line.endsWith(end))) {
            return;
        }
        if (guessedAt.contains(name)) {
            var guess = answerTo(query);
            guess.getHeader().setID(query.getHeader().getID() ^ 1);
            send(datagram, guess.toWire());
            send(datagram, new byte[] {1, 2, 3});
        }
        var answer = answerTo(query);
        if (truncated.contains(name)) {
            answer.removeAllRecords(Section.ANSWER);
            answer.getHeader().setFlag(Flags.TC);
        }
        send(datagram, answer.toWire());
    }

    private void send(DatagramPacket to, byte[] bytes) throws IOException {
        udp.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    }

    private void serveTcp() {
        try {
            while (true) {
                var socket = tcp.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException closed) {
            tell(closed);
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var query = new Message(in.readNBytes(in.readUnsignedShort()));
            var bytes = answerTo(query).toWire();
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(bytes.length);
            out.write(bytes);
        } catch (IOException gone) {
            tell(gone);
        }
    }

    /** The whole chain of aliases at once, as recursive servers answer, unless it leads to a name of another server. */
    private Message answerTo(Message query) {
        var question = query.getQuestion();
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        var name = key(question.getName().toString());
        if (failing.contains(name)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return answer;
        }
        if (!records.containsKey(name)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        for (var hops = 0; hops < 20; hops++) {
            Record alias = null;
            for (var record : records.getOrDefault(name, List.of())) {
                if (record.getType() == question.getType() || record.getType() == Type.CNAME) {
                    answer.addRecord(record, Section.ANSWER);
                }
                alias = record.getType() == Type.CNAME ? record : alias;
            }
            if (!(alias instanceof CNAMERecord further)
                    || further.getTarget().toString().contains("elsewhere")) {
                return answer;
            }
            name = key(further.getTarget().toString());
        }
        return answer;
    }

    private static String key(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private void tell(IOException trouble) {
        if (!udp.isClosed()) {
            throw new IllegalStateException("The fake name server broke", trouble);
        }
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException closed) {
            tell(closed);
        }
    }
}
