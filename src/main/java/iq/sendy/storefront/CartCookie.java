package iq.sendy.storefront;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.StoreCookie;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.storefront.Cart.CartLine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Cookie of a visitor's cart in one store: {@code visitor~round~sku*pieces~sku*pieces}. Scripts read it for the count, since
 * pages are kept for all. The visitor is an id that we made and signed, by which checkout counts beside the network, where
 * many share one. The round lasts from one order to the next: what is sent twice within it is one order. What a browser sends
 * back is believed as far as it can be read; what cannot is as if it were not there.
 */
@Component
public class CartCookie {

    /** A browser drops a cookie of more than 4096 bytes with its name and its attributes, and says nothing. */
    private static final int MOST_BYTES = 3_800;

    private static final int LONGEST_SKU = 100;

    private static final StoreCookie COOKIE = StoreCookie.shown("cart", Duration.ofDays(30));
    private static final String PURPOSE = "cart-visitor ";
    private static final char BETWEEN = '~';
    private static final char TIMES = '*';
    private static final char ENCODED = '=';
    private static final int ID = 16;
    private static final int SIGNATURE = 12;
    private static final int ROUND = 22;

    /** What stands beside the lines: the visitor, the round and what parts them. */
    private static final int MOST_AROUND = 64;

    private final Digests digests;
    private final UuidGenerator uuidGenerator;

    CartCookie(Digests digests, UuidGenerator uuidGenerator) {
        this.digests = digests;
        this.uuidGenerator = uuidGenerator;
    }

    /** The cookie's name, another one for each store, since on our own host they are neighbours. */
    public static String name(StoreId store) {
        return COOKIE.name(store);
    }

    /** Whether a browser brings a cart, of whatever store. */
    static boolean isWith(HttpServletRequest request) {
        return COOKIE.isWith(request);
    }

    /** The cart that a browser brings; an empty one when it brings none. */
    public Cart read(StoreId store, HttpServletRequest request) {
        return new Cart(parts(store, request).skip(1).flatMap(CartCookie::line).toList());
    }

    /** Who brings it, as an id that we gave; empty for strangers and for ids that others made. Its time is its first visit. */
    public Optional<UUID> visitor(StoreId store, HttpServletRequest request) {
        return parts(store, request).findFirst().flatMap(mark -> visitor(store, mark));
    }

    /** The round that the cart is in, a word that nobody can guess; empty when the browser brings none. */
    public String round(StoreId store, HttpServletRequest request) {
        return parts(store, request)
                .skip(1)
                .findFirst()
                .filter(part -> part.length() == ROUND && plain(part))
                .orElse("");
    }

    /** Whether a browser would keep it: thirty long names in Arabic do not fit into a cookie. */
    public boolean holds(Cart cart) {
        return lines(cart).length() < MOST_BYTES - MOST_AROUND;
    }

    /** Gives the cart to the browser, with an id when its bearer has none yet. */
    public void write(StoreId store, HttpServletRequest request, HttpServletResponse response, Cart cart) {
        var round = round(store, request);
        give(store, request, response, (round.isEmpty() ? newRound() : round) + lines(cart));
    }

    /** Gives back what was not ordered. What is ordered from here on is another order. */
    public void writeNext(StoreId store, HttpServletRequest request, HttpServletResponse response, Cart left) {
        give(store, request, response, newRound() + lines(left));
    }

    private void give(StoreId store, HttpServletRequest request, HttpServletResponse response, String content) {
        var visitor = visitor(store, request).orElseGet(uuidGenerator::next);
        COOKIE.write(store, response, mark(store, visitor) + BETWEEN + content);
    }

    private String newRound() {
        return written(uuidGenerator.next());
    }

    private static String written(UUID id) {
        var bytes = ByteBuffer.allocate(ID).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static String lines(Cart cart) {
        return cart.lines().stream()
                .map(line -> BETWEEN + written(line.sku()) + TIMES + line.quantity())
                .collect(Collectors.joining());
    }

    private static Stream<String> parts(StoreId store, HttpServletRequest request) {
        var value = COOKIE.read(store, request)
                .filter(held -> held.length() <= MOST_BYTES)
                .orElse("");
        if (value.isEmpty()) {
            return Stream.of();
        }
        var parts = new ArrayList<String>();
        var start = 0;
        for (var end = value.indexOf(BETWEEN); end >= 0; end = value.indexOf(BETWEEN, start)) {
            parts.add(value.substring(start, end));
            start = end + 1;
        }
        parts.add(value.substring(start));
        return parts.stream();
    }

    private static Stream<CartLine> line(String part) {
        var sign = part.lastIndexOf(TIMES);
        var quantity = part.substring(sign + 1);
        if (sign < 1 || quantity.isEmpty() || quantity.length() > 5 || !Digits.only(quantity, quantity.length())) {
            return Stream.of();
        }
        var pieces = Long.parseLong(quantity);
        return pieces < 1 || pieces > Cart.MOST_PIECES
                ? Stream.of()
                : sku(part.substring(0, sign))
                        .filter(CartCookie::possible)
                        .map(sku -> new CartLine(sku, pieces))
                        .stream();
    }

    /** Whether a product could have it: longer ones and unseen signs are in no catalogue, and some no database takes. */
    private static boolean possible(String sku) {
        return !sku.isBlank() && sku.length() <= LONGEST_SKU && sku.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<String> sku(String written) {
        if (written.charAt(0) != ENCODED) {
            return plain(written) ? Optional.of(written) : Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(written.substring(1));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    private static String written(String sku) {
        return plain(sku)
                ? sku
                : ENCODED
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(sku.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean plain(String sku) {
        return sku.chars()
                .allMatch(c -> (c >= '0' && c <= '9')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || c == '-'
                        || c == '_'
                        || c == '.');
    }

    private String mark(StoreId store, UUID visitor) {
        var bytes = ByteBuffer.allocate(ID + SIGNATURE)
                .putLong(visitor.getMostSignificantBits())
                .putLong(visitor.getLeastSignificantBits())
                .put(signature(store, visitor));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private Optional<UUID> visitor(StoreId store, String mark) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(mark);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        if (bytes.length != ID + SIGNATURE) {
            return Optional.empty();
        }
        var read = ByteBuffer.wrap(bytes);
        var visitor = new UUID(read.getLong(), read.getLong());
        return MessageDigest.isEqual(signature(store, visitor), Arrays.copyOfRange(bytes, ID, bytes.length))
                ? Optional.of(visitor)
                : Optional.empty();
    }

    private byte[] signature(StoreId store, UUID visitor) {
        return Arrays.copyOf(digests.of(PURPOSE + store, visitor.toString()), SIGNATURE);
    }
}
