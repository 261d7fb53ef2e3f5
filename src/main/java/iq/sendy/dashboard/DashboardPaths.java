package iq.sendy.dashboard;

import java.util.Locale;
import java.util.stream.Stream;

/** Where the pages are that others lead to. */
public final class DashboardPaths {

    public static final String HOME = "/app";
    public static final String ORDERS = HOME + "/orders";
    public static final String CASHIER = HOME + "/cashier";
    public static final String INBOX = HOME + "/inbox";
    public static final String CANNED_REPLIES = INBOX + "/replies";
    public static final String ANALYTICS = HOME + "/analytics";
    public static final String SHIPPING = HOME + "/shipping";
    public static final String MORE = HOME + "/more";
    public static final String FOLD = HOME + "/fold";
    public static final String SIGN_IN = HOME + "/sign-in";
    public static final String SIGN_OUT = HOME + "/sign-out";

    private static final int LONGEST = 500;

    private DashboardPaths() {}

    /** A page of ours below {@code /app}, whatever was asked for: a link must not lead from our pages to elsewhere. */
    public static String ours(String wanted) {
        var below = wanted.startsWith(HOME)
                && wanted.length() <= LONGEST
                && wanted.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && !leadsUp(wanted)
                && !wanted.startsWith(SIGN_IN)
                && !wanted.startsWith(SIGN_OUT);
        var rest = below ? wanted.substring(HOME.length()) : "";
        return below && (rest.isEmpty() || rest.charAt(0) == '/' || rest.charAt(0) == '?') ? wanted : HOME;
    }

    /** Whether a segment does, plain or hidden from whoever reads a path: the container fails to lead above its root. */
    private static boolean leadsUp(String wanted) {
        var query = wanted.indexOf('?');
        var path = (query < 0 ? wanted : wanted.substring(0, query)).toUpperCase(Locale.ROOT) + '/';
        return Stream.of("/./", "/../", ";", "%2E", "%2F").anyMatch(path::contains);
    }
}
