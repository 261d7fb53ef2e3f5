package iq.sendy.storefront.model;

import iq.sendy.kernel.Phone;
import java.util.Locale;
import java.util.Optional;

/** Networks on which people know each other by a name alone, and where the page of a name is. */
enum SocialNetwork {
    FACEBOOK("https://www.facebook.com/"),
    INSTAGRAM("https://www.instagram.com/"),
    SNAPCHAT("https://www.snapchat.com/add/"),
    TELEGRAM("https://t.me/"),
    THREADS("https://www.threads.com/@"),
    TIKTOK("https://www.tiktok.com/@"),
    WHATSAPP("https://wa.me/"),
    X("https://x.com/"),
    YOUTUBE("https://www.youtube.com/@");

    private static final int LONGEST_NAME = 100;

    private final String before;

    SocialNetwork(String before) {
        this.before = before;
    }

    static Optional<SocialNetwork> of(String key) {
        for (var network : values()) {
            if (network.name().toLowerCase(Locale.ROOT).equals(key)) {
                return Optional.of(network);
            }
        }
        return Optional.empty();
    }

    /** The address of a name, with an at sign or without one, or on WhatsApp of a phone; empty when it is no name. */
    Optional<String> page(String typed) {
        if (this == WHATSAPP) {
            return Phone.parse(typed).map(phone -> before + phone.value());
        }
        var name = typed.startsWith("@") ? typed.substring(1) : typed;
        var sound =
                !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().allMatch(SocialNetwork::inName);
        return sound ? Optional.of(before + name) : Optional.empty();
    }

    private static boolean inName(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
