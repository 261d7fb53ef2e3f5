package iq.sendy.egress;

import iq.sendy.egress.ExchangeOutcome.Answered;
import iq.sendy.egress.ExchangeOutcome.Failed;
import iq.sendy.egress.ExchangeOutcome.NotMade;
import iq.sendy.fakes.Certificates;
import iq.sendy.kernel.Bytes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/** The guarded client in a world of the test's making: a table of names, and a record of what was dialled. */
final class Outside implements AutoCloseable {

    static final Bytes BODY = Bytes.of("{\"total\":25000}".getBytes(StandardCharsets.UTF_8));

    private static final SSLSocketFactory TLS = Certificates.client().getSocketFactory();

    private final Map<String, Deque<List<InetAddress>>> names = new ConcurrentHashMap<>();
    private final List<String> dialled = new CopyOnWriteArrayList<>();
    private final GuardedClient client;
    private List<InetAddress> elsewhere = List.of();

    private Outside(String opened, boolean connects) {
        this.client = new GuardedClient(
                new AddressPolicy(EgressConfiguration.networks(opened)),
                this::resolve,
                (policy, egressScope) -> new Recording(policy, egressScope, connects),
                TLS);
    }

    /** Connections come about, inside these networks. */
    static Outside opened(String networks) {
        return new Outside(networks, true);
    }

    /** Whoever dials is written down and gets no connection. */
    static Outside recording(String networks) {
        return new Outside(networks, false);
    }

    /** One answer after the other, the last for ever; addresses of an answer are separated by commas. */
    Outside resolves(String name, String... answers) {
        names.put(
                name,
                new ArrayDeque<>(Stream.of(answers).map(Outside::addresses).toList()));
        return this;
    }

    Outside resolvesEverything(String answer) {
        elsewhere = addresses(answer);
        return this;
    }

    AddressVerdict judge(String url) {
        return client.judge(url);
    }

    ExchangeOutcome post(String url) {
        return post(url, ExchangeLimits.USUAL);
    }

    ExchangeOutcome post(String url, ExchangeLimits exchangeLimits) {
        return client.post(url, Map.of("User-Agent", "Sendy-Webhooks/1"), BODY, exchangeLimits);
    }

    /** The status, or the word of the error. */
    static String told(ExchangeOutcome exchangeOutcome) {
        return switch (exchangeOutcome) {
            case Answered answered -> Integer.toString(answered.status());
            case Failed failed -> failed.errorClass().word();
            case NotMade _ -> "not made";
        };
    }

    List<String> dialled() {
        return List.copyOf(dialled);
    }

    int resting() {
        return client.resting();
    }

    GuardedClient client() {
        return client;
    }

    private List<InetAddress> resolve(String name, Duration within) throws UnknownHostException {
        var answers = names.get(name);
        if (answers == null && !elsewhere.isEmpty()) {
            return elsewhere;
        }
        if (answers == null) {
            throw new UnknownHostException(name);
        }
        var answer = answers.size() > 1 ? answers.pop() : answers.peek();
        return answer == null ? List.of() : answer;
    }

    private static List<InetAddress> addresses(String answer) {
        return Stream.of(answer.split(",")).map(InetAddress::ofLiteral).toList();
    }

    @Override
    public void close() {
        client.close();
    }

    private final class Recording extends GuardedSocket {

        private final boolean connects;

        Recording(AddressPolicy policy, EgressScope egressScope, boolean connects) {
            super(policy, egressScope);
            this.connects = connects;
        }

        @Override
        void dial(InetSocketAddress address, int timeout) throws IOException {
            dialled.add(address.getAddress().getHostAddress() + ":" + address.getPort());
            if (!connects) {
                throw new ConnectException("Only written down");
            }
            super.dial(address, timeout);
        }
    }
}
