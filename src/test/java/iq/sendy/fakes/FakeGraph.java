package iq.sendy.fakes;

import iq.sendy.fakes.GraphDesk.Account;
import iq.sendy.fakes.GraphDesk.Kind;
import iq.sendy.fakes.GraphDesk.Medium;
import iq.sendy.kernel.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Meta's Graph API on loopback, both hosts and the CDN. It knows the accounts that it is told, checks what Meta would check,
 * answers in Meta's shapes, behaves badly where it is told, and remembers what it was asked.
 */
public final class FakeGraph implements AutoCloseable {

    private static final String TYPING = "/typing";
    private static final String READ = "/read";
    private static final FakeGraph SHARED = new FakeGraph();
    private final Map<String, Queue<GraphManner>> manners = new ConcurrentHashMap<>();
    private final Queue<GraphCall> calls = new ConcurrentLinkedQueue<>();
    private final LoopbackServer server;
    private final GraphDesk desk;

    public FakeGraph() {
        this.server = new LoopbackServer(this::answer);
        this.desk = new GraphDesk(cdn(""));
    }

    /** The one that the suite's server asks, as {@code SENDY_GRAPH_URL} and {@code SENDY_INSTAGRAM_GRAPH_URL}. */
    public static FakeGraph shared() {
        return SHARED;
    }

    /** Stands for graph.facebook.com. */
    public String url() {
        return server.url("/facebook");
    }

    /** The port of loopback at which it listens, also while it refuses connections. */
    public int port() {
        return server.port();
    }

    /** Stands for graph.instagram.com. */
    public String instagramUrl() {
        return server.url("/instagram");
    }

    /** A phone number of WhatsApp, by its id. */
    public void whatsApp(String phoneNumberId, String token) {
        desk.accounts.put(phoneNumberId, new Account(Kind.WHATSAPP, token, null));
    }

    /** An account of Instagram that was connected by an Instagram login. */
    public void instagram(String accountId, String token) {
        desk.accounts.put(accountId, new Account(Kind.INSTAGRAM, token, null));
    }

    /** A Page, whose Instagram account was connected by a Facebook login. */
    public void page(String pageId, String token) {
        desk.accounts.put(pageId, new Account(Kind.PAGE, token, null));
    }

    /** The same, of an account of Instagram whose id is known. */
    public void page(String pageId, String token, String instagramId) {
        desk.accounts.put(pageId, new Account(Kind.PAGE, token, instagramId));
    }

    /** What it does with the next calls to that account but reads of it, renewals of its token and fetches of that medium's id; then it is itself again. */
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
        return server.url("/cdn/" + name);
    }

    /** A token of an Instagram login that is renewed into another one, for sixty days. */
    public void renews(String token, String fresh) {
        desk.renewals.put(token, fresh);
    }

    /** Nobody listens from now on, and whoever is connected is thrown out. */
    public void refusesConnections() {
        server.refusesConnections();
    }

    public void listensAgain() {
        server.listensAgain();
    }

    /** All that it was asked, in the order in which it came. */
    public List<GraphCall> calls() {
        return List.copyOf(calls);
    }

    /** What it was asked about one account or medium, but for reads of accounts and signs that an answer is being written. */
    public List<GraphCall> calls(String accountOrMedium) {
        return calls.stream()
                .filter(call -> call.account().equals(accountOrMedium) && !call.isTyping() && !call.isRead())
                .toList();
    }

    /** How often an account was read, which proves a token. */
    public List<GraphCall> reads(String account) {
        return calls.stream()
                .filter(call -> call.account().equals(account) && call.isRead())
                .toList();
    }

    /** The signs that an answer is being written, which are shown by one account. */
    public List<GraphCall> typing(String account) {
        return calls.stream()
                .filter(call -> call.account().equals(account) && call.isTyping())
                .toList();
    }

    /** How often anybody connected. */
    public int connects() {
        return server.connects();
    }

    /** Forgets what it was told and asked. */
    public void reset() {
        listensAgain();
        desk.clear();
        manners.clear();
        calls.clear();
    }

    private void answer(Visit visit, Received received) throws IOException, InterruptedException {
        var call = desk.named(GraphCall.of(received));
        calls.add(call);
        meet(visit, call);
    }

    /** As {@link #next}, with the next signs that an answer is being written. */
    public void nextTyping(String account, GraphManner... what) {
        next(account + TYPING, what);
    }

    /** As {@link #next}, with the next reads of the account. */
    public void nextRead(String account, GraphManner... what) {
        next(account + READ, what);
    }

    private String named(GraphCall call) {
        if ("/refresh_access_token".equals(call.path())) {
            return desk.owner(call);
        }
        if (call.isRead()) {
            return call.account() + READ;
        }
        return call.isTyping() ? call.account() + TYPING : call.account();
    }

    private void meet(Visit visit, GraphCall call) throws IOException, InterruptedException {
        var queue = manners.get(named(call));
        var manner = queue == null ? null : queue.poll();
        if (manner == null && "cdn".equals(call.host())) {
            visit.send(desk.content(call));
            return;
        }
        (manner == null ? GraphManner.accepts() : manner).meet(visit, desk.usual(call));
    }

    @Override
    public void close() {
        server.close();
    }
}
