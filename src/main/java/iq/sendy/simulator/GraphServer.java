package iq.sendy.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The simulator's Graph side: a server on loopback, at a port that is free, which only the accounts of the simulator are
 * sent to. It stands for Meta's servers, and so it is reached as they are, by the client of Graph and over HTTP.
 */
@Component
class GraphServer implements GraphHosts, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GraphServer.class);
    private static final int MOST_WAITING = 128;
    private static final int MOST_BODY = SimulatedMedia.MOST_OF_ONE + (64 << 10);

    private final SimulatorSetting setting;
    private final SimulatedAccounts accounts;
    private final SimulatedGraph calls;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private volatile @Nullable URI base;

    GraphServer(SimulatorSetting setting, SimulatedAccounts accounts, SimulatedGraph calls) {
        this.setting = setting;
        this.accounts = accounts;
        this.calls = calls;
    }

    @Override
    public Optional<URI> of(ChannelType type, String accountId) {
        return accounts.find(accountId)
                .filter(account -> account.type() == type)
                .flatMap(_ -> Optional.ofNullable(base));
    }

    @Override
    public void start() {
        if (!setting.on()) {
            return;
        }
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), MOST_WAITING);
            threads = Executors.newVirtualThreadPerTaskExecutor();
            opened.setExecutor(threads);
            opened.createContext("/", this::handle);
            opened.start();
            server = opened;
            base = URI.create("http://127.0.0.1:" + opened.getAddress().getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        LOG.warn(
                "META IS SIMULATED (SENDY_META_SIMULATOR): what is sent as the accounts {} and {} reaches the"
                        + " simulator at {} and nobody's phone",
                SimulatedAccounts.WHATSAPP_ID,
                SimulatedAccounts.INSTAGRAM_ID,
                base);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
        base = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
            if (body.length > MOST_BODY) {
                return;
            }
            var answer = calls.answer(call(exchange, body), Objects.requireNonNull(base));
            if (answer.body() == null) {
                // Closed without a word: that is what a connection looks like that breaks.
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(
                    answer.status(),
                    answer.body().length() == 0 ? -1 : answer.body().length());
            exchange.getResponseBody().write(answer.body().toArray());
        }
    }

    private static SimulatedCall call(HttpExchange exchange, byte[] body) {
        var parts = parts(exchange.getRequestURI().getPath(), "/");
        var versioned = !parts.isEmpty() && parts.getFirst().startsWith("v");
        return new SimulatedCall(
                exchange.getRequestMethod(),
                versioned ? parts.subList(1, parts.size()) : parts,
                token(exchange),
                Bytes.of(body));
    }

    private static String token(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith("Bearer ")) {
            return header.substring("Bearer ".length()).strip();
        }
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return parts(query, "&").stream()
                .filter(field -> field.startsWith("access_token="))
                .map(field -> URLDecoder.decode(field.substring("access_token=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** Those between the marks, but for empty ones. */
    private static List<String> parts(String text, String mark) {
        var parts = new ArrayList<String>();
        var all = new StringTokenizer(text, mark);
        while (all.hasMoreTokens()) {
            parts.add(all.nextToken());
        }
        return parts;
    }
}
