package iq.sendy.egress;

import iq.sendy.egress.AddressVerdict.Allowed;
import iq.sendy.egress.AddressVerdict.Refused;
import iq.sendy.platform.url.HostSyntax;

/** Reads the text of an address, strictly: parsers that forgive do not forgive alike, and that is a hole. */
final class TargetUrl {

    private static final int LONGEST = 2_048;
    private static final String NEVER_BARE = "\"<>\\^`{|}";
    private static final int FIRST_FREE_PORT = 1_024;

    private TargetUrl() {}

    /** Asks no resolver: a name is allowed here if it looks right. */
    static AddressVerdict judge(String url, AddressPolicy policy) {
        if (url.length() > LONGEST) {
            return new Refused("length");
        }
        var secure = url.regionMatches(true, 0, "https://", 0, 8);
        if (!secure && !url.regionMatches(true, 0, "http://", 0, 7)) {
            return new Refused("scheme");
        }
        var start = secure ? 8 : 7;
        var end = endOfAuthority(url, start);
        var authority = url.substring(start, end);
        var rest = url.substring(end);
        if (url.indexOf('#') >= 0) {
            return new Refused("fragment");
        }
        if (authority.indexOf('@') >= 0) {
            return new Refused("user-info");
        }
        if (!isPrintable(authority, Character.MAX_VALUE) || !isPrintable(rest, '~')) {
            return new Refused("characters");
        }
        return judge(secure, authority, rest.startsWith("/") ? rest : "/" + rest, policy);
    }

    private static AddressVerdict judge(boolean secure, String authority, String path, AddressPolicy policy) {
        var colon = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']')));
        var host = HostSyntax.read(colon < 0 ? authority : authority.substring(0, colon));
        if (host == null) {
            return new Refused("host");
        }
        var usual = secure ? 443 : 80;
        var port = colon < 0 ? usual : port(authority.substring(colon + 1));
        if (port == 0) {
            return new Refused("port");
        }
        var egressScope =
                secure && (port == usual || port >= FIRST_FREE_PORT) ? EgressScope.PUBLIC : EgressScope.OPENED_ONLY;
        if (egressScope == EgressScope.OPENED_ONLY && policy.opensNothing()) {
            return new Refused(secure ? "port" : "scheme");
        }
        var literal = host.literal();
        if (literal == null && !policy.opensLocalNames() && HostSyntax.isLocal(host.text())) {
            return new Refused("local name");
        }
        var refusal = literal == null ? null : policy.refusal(literal, port, egressScope);
        return refusal == null ? new Allowed(new Target(secure, host, port, path, egressScope)) : new Refused(refusal);
    }

    private static int endOfAuthority(String url, int start) {
        for (var at = start; at < url.length(); at++) {
            if ("/?#".indexOf(url.charAt(at)) >= 0) {
                return at;
            }
        }
        return url.length();
    }

    private static boolean isPrintable(String text, char last) {
        return text.chars().allMatch(c -> c > ' ' && c != 0x7f && c <= last && NEVER_BARE.indexOf(c) < 0);
    }

    /** Zero for what is no port in its one spelling. */
    private static int port(String text) {
        var plain = !text.isEmpty()
                && text.length() <= 5
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        var port = plain ? Integer.parseInt(text) : 0;
        return port <= 65_535 ? port : 0;
    }
}
