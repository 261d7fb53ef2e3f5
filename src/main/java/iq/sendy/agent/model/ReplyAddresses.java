package iq.sendy.agent.model;

import iq.sendy.agent.ShopFacts;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/** Web and mail addresses in a reply: only the shop's own, and those that a tool told, may be there. */
final class ReplyAddresses {

    private static final String ENCODED_DOT = "%" + "2e";
    private static final String ENDS = " \n\t\"<>()[]{}«»،“”|";
    private static final String TRAILING = ".,;:!?؟*_~'";

    /** Top domains that people write without a scheme; what looks like others is a sentence without a blank. */
    private static final Set<String> TOPS = Set.of(
            "com", "net", "org", "info", "biz", "app", "shop", "store", "link", "xyz", "online", "site", "top", "click",
            "dev", "page", "live", "pro", "club", "vip", "me", "io", "co", "ly", "gl", "gg", "cc", "tv", "iq", "tr",
            "ir", "ru", "ae", "sa", "jo", "kw", "qa", "eg", "sy", "lb", "de", "uk", "us", "eu", "fr", "nl", "se", "cn",
            "in", "tk", "ml", "ga", "cf", "gq", "krd", "ai", "gov", "edu");
    /** Words of sentences as well: an address only where a path follows. */
    private static final Set<String> WORDS =
            Set.of("me", "in", "pro", "top", "live", "page", "us", "link", "shop", "store");

    private final ShopFacts shop;
    private final Set<String> told;
    private final StringBuilder rest = new StringBuilder();
    private boolean foreign;

    private ReplyAddresses(ShopFacts shop, Set<String> told) {
        this.shop = shop;
        this.told = told;
    }

    /**
     * Reads a folded text.
     *
     * @param told folded, as the tools told them
     */
    static ReplyAddresses read(String folded, ShopFacts shop, Set<String> told) {
        var addresses = new ReplyAddresses(shop, told);
        var parts = new StringTokenizer(folded.replace('。', '.'), ENDS, true);
        while (parts.hasMoreTokens()) {
            addresses.part(parts.nextToken());
        }
        return addresses;
    }

    /** Whether one is not the shop's. */
    boolean anyForeign() {
        return foreign;
    }

    /** The text without them. */
    String rest() {
        return rest.toString();
    }

    private void part(String part) {
        var start = start(part);
        if (start < 0) {
            rest.append(part);
            return;
        }
        var end = part.length();
        while (end > start && TRAILING.indexOf(part.charAt(end - 1)) >= 0) {
            end--;
        }
        foreign |= !own(part.substring(start, end));
        rest.append(part, 0, start).append(" @ ").append(part, end, part.length());
    }

    /** Where an address begins in what has no blank, or -1. */
    private static int start(String part) {
        var scheme = part.indexOf("://");
        if (scheme >= 0) {
            var start = scheme;
            while (start > 0 && host(part.charAt(start - 1))) {
                start--;
            }
            return start;
        }
        for (var start = 0; start < part.length(); start++) {
            if (host(part.charAt(start)) && (start == 0 || !host(part.charAt(start - 1)))) {
                var end = start;
                while (end < part.length() && host(part.charAt(end))) {
                    end++;
                }
                if (bare(part, start, end)) {
                    return start;
                }
                start = end;
            }
        }
        return -1;
    }

    /** Whether letters with dots are a host, or what stands before the at of a mail address. */
    private static boolean bare(String part, int start, int end) {
        if (end < part.length() && part.charAt(end) == '@') {
            return end + 1 < part.length() && part.indexOf('.', end) > 0;
        }
        var name = part.substring(start, end);
        while (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        var dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        var top = name.substring(dot + 1);
        if (name.startsWith("www.")) {
            return true;
        }
        var path = end + 1 < part.length() && part.charAt(end) == '/' && letters(top);
        return path
                || (TOPS.contains(top) && !WORDS.contains(top))
                || top.startsWith("xn--")
                || name.equals("wa.me")
                || name.equals("t.me");
    }

    private static boolean letters(String top) {
        return top.length() > 1 && top.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean host(char c) {
        return (c >= 'a' && c <= 'z') || ChatText.digit(c) || c == '.' || c == '-';
    }

    private boolean own(String address) {
        if (told.contains(address) || told.contains(address + "/")) {
            return true;
        }
        var scheme = address.indexOf("://");
        if (scheme >= 0 && !Set.of("http", "https").contains(address.substring(0, scheme))) {
            return false;
        }
        var path = scheme < 0 ? address : address.substring(scheme + 3);
        if (path.indexOf('@') >= 0 || path.indexOf('\\') >= 0 || path.contains("..") || path.contains(ENCODED_DOT)) {
            return false;
        }
        var end = path.length();
        for (var i = 0; i < path.length(); i++) {
            if ("/?#".indexOf(path.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        return ownHost(path.substring(0, end), path.substring(end));
    }

    private boolean ownHost(String host, String path) {
        var name = host.startsWith("www.") ? host.substring(4) : host;
        if (shop.hosts().contains(host) || shop.hosts().contains(name)) {
            return true;
        }
        return host.equals(shop.platformHost().toLowerCase(Locale.ROOT))
                && (below(path, "/s/") || below(path, "/api/v1/public/storefronts/"));
    }

    private boolean below(String path, String door) {
        var own = door + shop.slug();
        return path.startsWith(own) && (path.length() == own.length() || "/?#".indexOf(path.charAt(own.length())) >= 0);
    }
}
