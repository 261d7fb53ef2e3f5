package iq.sendy.storefront;

import iq.sendy.kernel.Phone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Contact of a shop: how customers reach it, as links.
 *
 * @param phone to call
 * @param whatsapp the number or the address to write to; the phone where nothing else is said, since nearly every mobile
 *     number of the country is reached there
 * @param profiles where else the shop is found
 */
public record ShopContact(@Nullable Phone phone, @Nullable String whatsapp, List<Profile> profiles) {

    private static final String WHATSAPP = "whatsapp";
    private static final String CHAT = "https://wa.me/";
    private static final int LONGEST_HANDLE = 64;
    private static final String HTTPS = "https://";

    /** What begins the address of somebody who gives a name alone. */
    private static final Map<String, String> HOSTS = Map.of(
            "instagram", "https://www.instagram.com/",
            "facebook", "https://www.facebook.com/",
            "tiktok", "https://www.tiktok.com/@",
            "telegram", "https://t.me/",
            "snapchat", "https://www.snapchat.com/add/",
            "youtube", "https://www.youtube.com/@");

    public ShopContact {
        profiles = List.copyOf(profiles);
    }

    /** An account of the shop at a social network. */
    public record Profile(String network, String url) {

        /** As readers know it. */
        public String name() {
            return switch (network) {
                case "tiktok" -> "TikTok";
                case "youtube" -> "YouTube";
                default -> network.substring(0, 1).toUpperCase(Locale.ROOT) + network.substring(1);
            };
        }
    }

    static ShopContact of(@Nullable Phone phone, Map<String, String> links) {
        var byNetwork = new TreeMap<String, String>();
        links.forEach((network, link) -> byNetwork.put(network.toLowerCase(Locale.ROOT), link.strip()));
        var profiles = byNetwork.entrySet().stream()
                .flatMap(link -> profile(link.getKey(), link.getValue()).stream())
                .toList();
        var chat = Optional.ofNullable(byNetwork.get(WHATSAPP)).flatMap(ShopContact::chat);
        var called = chat.or(() -> Optional.ofNullable(phone).map(own -> CHAT + own.value()));
        return new ShopContact(phone, called.orElse(null), profiles);
    }

    /** The address of a chat that begins with a text; without it where the address is none that takes one. */
    public @Nullable String whatsapp(String text) {
        if (whatsapp == null || !whatsapp.startsWith(CHAT) || whatsapp.indexOf('?') >= 0) {
            return whatsapp;
        }
        return whatsapp + "?text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<String> chat(String link) {
        if (link.startsWith(HTTPS)) {
            return Optional.of(link);
        }
        return Phone.parse(link).map(number -> CHAT + number.value());
    }

    private static Optional<Profile> profile(String network, String link) {
        if (network.equals(WHATSAPP)) {
            return Optional.empty();
        }
        if (link.startsWith(HTTPS)) {
            return Optional.of(new Profile(network, link));
        }
        return Stream.ofNullable(HOSTS.get(network))
                .filter(_ -> isHandle(handle(link)))
                .map(host -> new Profile(network, host + handle(link)))
                .findFirst();
    }

    private static boolean isHandle(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_HANDLE
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
    }

    private static String handle(String link) {
        return link.startsWith("@") ? link.substring(1) : link;
    }
}
