package iq.sendy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.node.ObjectNode;

/** The words scenarios are written in: a store that was opened through the front door, its owner, and a key of its own. */
public final class Shop {

    /** Karrada in Baghdad, a neighbourhood that is in every release. */
    public static final String KARRADA = "a1b10358-97d4-5103-a3a0-08c5cf65be8a";

    public static final String PASSWORD = "narges-w-yasmin-7";

    private static final int FEW = 4;

    private static final AtomicInteger COUNTER = new AtomicInteger(1_000_000);

    private final Api anonymous;
    private final String phone;
    private final Api owner;
    private final Supplier<Api> key;
    private final String storeId;

    private Shop(Api anonymous, String phone, Api owner, Supplier<Api> key, String storeId) {
        this.anonymous = anonymous;
        this.phone = phone;
        this.owner = owner;
        this.key = key;
        this.storeId = storeId;
    }

    /** Opens a new store with an owner and, as soon as somebody asks for it, a key that may do all with orders. */
    public static Shop opens(Api api) {
        var phone = newPhone();
        return opens(api, phone, "متجر " + phone);
    }

    /** As {@link #opens}, with a name of its own. */
    public static Shop named(Api api, String name) {
        return opens(api, newPhone(), name);
    }

    private static Shop opens(Api api, String phone, String name) {
        var registered = api.post(
                "/api/v1/auth/register",
                Api.object()
                        .put("storeName", name)
                        .put("ownerName", "نور حسين")
                        .put("phone", phone)
                        .put("password", PASSWORD));
        if (registered.status() != 200) {
            throw new AssertionError("A store could not be opened: " + registered);
        }
        var owner = api.withToken(registered.data("accessToken"));
        return new Shop(
                api,
                phone,
                owner,
                SingletonSupplier.of(() -> api.withKey(keyForOrders(api, phone, owner))),
                registered.data("store.id"));
    }

    /** A phone that no other test uses. */
    public static String newPhone() {
        return "0770" + COUNTER.incrementAndGet();
    }

    /** A new key of this store with these scopes, as its client sends it. */
    public String mints(String... scopes) {
        return keyOf(minted(owner, scopes));
    }

    /** The owner signs in anew where the test has moved the clock beyond the first time. */
    private static String keyForOrders(Api api, String phone, Api owner) {
        var scopes = new String[] {"orders:read", "orders:write"};
        var minted = minted(owner, scopes);
        return keyOf(minted.status() == 401 ? minted(signsIn(api, phone), scopes) : minted);
    }

    private static Api signsIn(Api api, String phone) {
        var signedIn =
                api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", PASSWORD));
        return api.withToken(signedIn.data("accessToken"));
    }

    private static Api.Reply minted(Api owner, String... scopes) {
        var body = Api.object().put("name", "test");
        List.of(scopes).forEach(body.putArray("scopes")::add);
        return owner.post(Api.STAFF + "/api-keys", body);
    }

    private static String keyOf(Api.Reply minted) {
        if (minted.status() != 200) {
            throw new AssertionError("A key could not be minted: " + minted);
        }
        return minted.data("apiKey");
    }

    /** The store's owner at the staff door. */
    public Api owner() {
        return owner;
    }

    /** The store's integration at the key door. */
    public Api key() {
        return key.get();
    }

    public Api anonymous() {
        return anonymous;
    }

    public String ownerPhone() {
        return phone;
    }

    public String storeId() {
        return storeId;
    }

    /** A body that is right in every field. */
    public static ObjectNode order() {
        return Api.object()
                .put("customerName", "زينب علي")
                .put("customerPhone", "0770 123 4567")
                .put("customerAddress", "الكرادة، قرب جامع الزوية")
                .put("addressProvinceCode", "BG")
                .put("addressAreaId", KARRADA)
                .put("orderValue", 25_000);
    }

    /** Places an order by key and answers it. */
    public Api.Reply places(ObjectNode order) {
        return key().post(Api.KEYS + "/orders", order);
    }

    /** Places a right order and answers its id. */
    public String placesOne() {
        var placed = places(order());
        if (placed.status() != 200) {
            throw new AssertionError("An order could not be placed: " + placed);
        }
        return placed.data("id");
    }

    public Api.Reply moves(String order, String status) {
        return key().post(
                        Api.KEYS + "/orders/" + order + "/status", Api.object().put("status", status));
    }

    /**
     * Does it many times at the same moment. If one of them breaks, so does the test. Of a few, each hears what it is told at
     * first; many are patient with a busy machine.
     */
    public static <T> List<T> atOnce(int times, IntFunction<T> step) {
        var isMany = ScopedValue.where(Api.AMONG_MANY, times > FEW);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CompletableFuture<Boolean>();
            var running = IntStream.range(0, times)
                    .mapToObj(i -> gate.thenApplyAsync(_ -> isMany.call(() -> step.apply(i)), threads))
                    .toList();
            gate.complete(true);
            return running.stream().map(CompletableFuture::join).toList();
        }
    }
}
