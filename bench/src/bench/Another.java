package bench;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Another order that is like the recorded one: of another store, with ids, publicId and time of its own. */
final class Another {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    /** Every order has a customer of its own, as in the load through Sendy; under an operator that the load does not use. */
    private static final AtomicLong CUSTOMERS = new AtomicLong();

    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private final Recorder.Taken like;
    private final UUID store;
    private final Map<UUID, UUID> ids = new HashMap<>();
    private final Map<String, String> skus = new HashMap<>();
    private final String publicId = publicId();
    private final String phone = "964750%07d".formatted(CUSTOMERS.incrementAndGet() % 10_000_000);
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

    Another(Recorder.Taken like, Shops.Shop shop) {
        this.like = like;
        this.store = shop.id();
        if (!like.products().isEmpty()) {
            var others = shop.some(like.products().size());
            for (var i = 0; i < others.size(); i++) {
                var recorded = like.products().get(i);
                skus.put(recorded.sku(), others.get(i).sku());
                ids.put(recorded.id(), others.get(i).id());
                ids.put(recorded.item(), others.get(i).item());
            }
        }
    }

    Object value(Object recorded) {
        return switch (recorded) {
            case UUID id -> id(id);
            case UUID[] many -> Arrays.stream(many).map(id -> id == null ? null : id(id)).toArray(UUID[]::new);
            case String text -> text(text);
            case String[] many ->
                Arrays.stream(many).map(text -> text == null ? null : text(text)).toArray(String[]::new);
            case OffsetDateTime time -> time.isAfter(like.at().minus(SAME_TIME)) ? now : time;
            case null -> null;
            default -> recorded;
        };
    }

    /** Products by their SKUs; their names stay, inside longer texts too. Other texts hold the store in {@code set local}, the order's names in what audit keeps of it, and phones both ways. */
    String text(String recorded) {
        var sku = skus.get(recorded);
        if (sku != null) {
            return sku;
        }
        return recorded.replace(like.shop().id().toString(), store.toString())
                .replace(like.orderId(), id(UUID.fromString(like.orderId())).toString())
                .replace(like.publicId(), publicId)
                .replace(like.phone(), phone)
                .replace(backwards(like.phone()), backwards(phone));
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** Ids that were made for the order are made anew, its products are others of the store; the area, say, stays. */
    UUID id(UUID recorded) {
        if (recorded.equals(like.shop().id())) {
            return store;
        }
        var known = ids.get(recorded);
        if (known != null) {
            return known;
        }
        var madeAt = recorded.getMostSignificantBits() >>> 16;
        var madeForIt = recorded.version() == 7 && madeAt >= like.at().toInstant().toEpochMilli() - 5;
        return madeForIt ? ids.computeIfAbsent(recorded, _ -> next()) : recorded;
    }

    private static UUID next() {
        var random = ThreadLocalRandom.current();
        var most = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(most, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static String publicId() {
        var random = ThreadLocalRandom.current();
        var text = new StringBuilder("SN-");
        for (var i = 0; i < 8; i++) {
            text.append(i == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
