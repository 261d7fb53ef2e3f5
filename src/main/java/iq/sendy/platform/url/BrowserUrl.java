package iq.sendy.platform.url;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;

/** Addresses that pages show and browsers open. Nobody here calls them: {@link GuardedClient} is stricter. */
public final class BrowserUrl {

    private static final String SECURE = "https://";
    private static final String NEVER_BARE = "\"<>\\`";
    private static final int MOST_DIGITS = 5;
    private static final int LAST_PORT = 65_535;

    private BrowserUrl() {}

    /** Whether it is one that a page may show: https, with a host, and nothing that would end it where it is quoted. */
    public static boolean secure(String url) {
        if (!url.regionMatches(true, 0, SECURE, 0, SECURE.length())
                || !url.codePoints().allMatch(BrowserUrl::shown)) {
            return false;
        }
        var end = SECURE.length();
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var authority = url.substring(SECURE.length(), end);
        var site = authority.substring(authority.lastIndexOf('@') + 1);
        var colon = site.indexOf(':', Math.max(0, site.lastIndexOf(']')));
        return HostSyntax.opened(colon < 0 ? site : site.substring(0, colon))
                && (colon < 0 || port(site.substring(colon + 1)));
    }

    private static boolean shown(int symbol) {
        return !InputText.blank(symbol)
                && !Character.isISOControl(symbol)
                && NEVER_BARE.indexOf(symbol) < 0
                && Character.getType(symbol) != Character.SURROGATE;
    }

    private static boolean port(String digits) {
        return digits.isEmpty() || (Digits.only(digits, MOST_DIGITS) && Integer.parseInt(digits) <= LAST_PORT);
    }
}
