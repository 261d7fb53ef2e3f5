package iq.sendy.fakes;

import iq.sendy.fakes.GraphDesk.Account;
import iq.sendy.fakes.GraphDesk.Kind;
import iq.sendy.fakes.GraphDesk.Medium;
import iq.sendy.kernel.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Meta's Graph API on loopback, both hosts and the CDN. It knows the accounts that it is told, checks what Meta would check,
 * answers in Meta's shapes, behaves badly where it is told, and remembers what it was asked.
 */
public final class FakeGraph implements AutoCloseable {

    private static final FakeGraph SHARED = new FakeGraph();
    private final Map<String, Queue<GraphManner>> manners = new ConcurrentHashMap<>();
    private final Queue<GraphCall> calls = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connects = new AtomicInteger();
    private final AtomicLong bytesSent = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int port;
    private final GraphDesk desk;
    private ServerSocket server;

    public FakeGraph() {
        this.server = listen(0);
        this.port = server.getLocalPort();
        this.desk = new GraphDesk(cdn(""));
    }

    /** The one that the suite's server asks, as {@code SENDY_GRAPH_URL} and {@code SENDY_INSTAGRAM_GRAPH_URL}. */
    public static FakeGraph shared() {
        return SHARED;
    }

    /** Stands for graph.facebook.com. */
    public String url() {
        return "http://127.0.0.1:" + port + "/facebook";
    }

    /** Stands for graph.instagram.com. */
    public String instagramUrl() {
        return "http://127.0.0.1:" + port + "/instagram";
    }

    /** A phone number of WhatsApp, by its id. */
    public void whatsApp(String phoneNumberId, String token) {
        desk.accounts.put(phoneNumberId, new Account(Kind.WHATSAPP, token));
    }

    /** An account of Instagram that was connected by an Instagram login. */
    public void instagram(String accountId, String token) {
        desk.accounts.put(accountId, new Account(Kind.INSTAGRAM, token));
    }

    /** A Page, whose Instagram account was connected by a Facebook login. */
    public void page(String pageId, String token) {
        desk.accounts.put(pageId, new Account(Kind.PAGE, token));
    }

    /** What it does with the next calls to that account, renewals of its token and fetches of that medium's id; then it is itself again. */
    public void next(String accountOrMedium, GraphManner... what) {
        manners.computeIfAbsent(accountOrMedium, _ -> new ConcurrentLinkedQueue<>())
                .addAll(List.of(what));
    }

    /** A picture or file that a customer sent by WhatsApp; whoever fetches it must have that token. */
    public void medium(String mediaId, String mimeType, byte[] content, String token) {
        mediumWithHash(mediaId, mimeType, content, token, GraphDesk.sha256(content));
    }

    /** The same, with another hash than its own. */
    public void mediumWithHash(String mediaId, String mimeType, byte[] content, String token, String sha256) {
        desk.media.put(mediaId, new Medium(mimeType, Bytes.of(content), sha256, token));
    }

    /** A picture of Instagram's CDN, at the address that is answered; nobody may show it a token. */
    public String picture(String name, String mimeType, byte[] content) {
        desk.media.put(name, new Medium(mimeType, Bytes.of(content), GraphDesk.sha256(content), null));
        return cdn(name);
    }

    /** Where its CDN has a medium. */
    public String cdn(String name) {
        return "http://127.0.0.1:" + port + "/cdn/" + name;
    }

    /** A token of an Instagram login that is renewed into another one, for sixty days. */
    public void renews(String token, String fresh) {
        desk.renewals.put(token, fresh);
    }

    /** Nobody listens from now on, and whoever is connected is thrown out. */
    public synchronized void refusesConnections() {
        close(server);
        open.forEach(FakeGraph::close);
    }

    public synchronized void listensAgain() {
        if (server.isClosed()) {
            server = listen(port);
        }
    }

    /** All that it was asked, in the order in which it came. */
    public List<GraphCall> calls() {
        return List.copyOf(calls);
    }

    /** What it was asked about one account or medium. */
    public List<GraphCall> calls(String accountOrMedium) {
        return calls.stream()
                .filter(call -> call.account().equals(accountOrMedium))
                .toList();
    }

    /** How often anybody connected. */
    public int connects() {
        return connects.get();
    }

    /** Forgets what it was told and asked. */
    public void reset() {
        listensAgain();
        desk.clear();
        manners.clear();
        calls.clear();
    }

    private ServerSocket listen(int wanted) {
        try {
            // It is closed by close(), or when it refuses connections.
            @SuppressWarnings("resource")
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted), 512);
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException none) {
            throw new IllegalStateException("The port is not free", none);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                var socket = listening.accept();
                connects.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // It refuses connections, or is closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var visit = new Visit(socket, null, _ -> {}, bytesSent, closing);
            for (var received = visit.read(); received != null; received = visit.read()) {
                var call = desk.named(GraphCall.of(received));
                calls.add(call);
                meet(visit, call);
            }
        } catch (IOException gone) {
            // The other side left, or was thrown out.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void meet(Visit visit, GraphCall call) throws IOException, InterruptedException {
        var queue = manners.get("/refresh_access_token".equals(call.path()) ? desk.owner(call) : call.account());
        var manner = queue == null ? null : queue.poll();
        if (manner == null && "cdn".equals(call.host())) {
            visit.send(desk.content(call));
            return;
        }
        (manner == null ? GraphManner.accepts() : manner).meet(visit, desk.usual(call));
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        refusesConnections();
    }
}
