package iq.sendy;

import iq.sendy.egress.NetworkLists;
import iq.sendy.egress.OperatorClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.util.StringUtils;

/**
 * What the value of a setting may be.
 *
 * @param words for whoever wrote another
 * @param holds whether it is such a one, looked at without blanks around it
 * @param shown whether a wrong one is repeated; a secret is not
 */
record Allowed(String words, Predicate<String> holds, boolean shown) {

    static final Allowed FLAG =
            new Allowed("true or false", value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"));

    static final Allowed PORT = new Allowed("a port from 0 to 65535", value -> isWhole(value, 0, 65_535));

    static final Allowed ADDRESS =
            new Allowed("an address of this machine, or 0.0.0.0 for all of them", Allowed::isAddress);

    static final Allowed SECRET = new Allowed(
                    "at least 32 characters long; make one with: openssl rand -base64 32",
                    value -> value.length() >= 32)
            .hidden();

    static final Allowed APP_SECRET = new Allowed(
                    "at most 200 letters, digits and signs, without spaces",
                    value -> value.length() <= 200 && value.chars().allMatch(c -> c > ' ' && c <= '~'))
            .hidden();

    static final Allowed PROVIDER_KEY = new Allowed(
                    "at most 2000 letters, digits and signs, without spaces",
                    value -> value.length() <= 2_000 && value.chars().allMatch(c -> c > ' ' && c <= '~'))
            .hidden();

    static final Allowed NETWORKS =
            new Allowed("networks like 127.0.0.1/32, separated by commas", NetworkLists::areNetworks);
    static final Allowed PROXIES =
            new Allowed("networks or addresses like 10.0.0.0/8, separated by commas", Allowed::areProxies);
    static final Allowed SERVERS = new Allowed(
            "addresses like 192.0.2.53 or 127.0.0.1:5353, separated by commas", NetworkLists::areNameServers);

    /** One that the operator configures, wherever it is. */
    static final Allowed SERVER = new Allowed(
            "an address like https://graph.facebook.com, without user, query and fragment", OperatorClient::isServer);

    // What these may be is known when they are used.
    static final Allowed PRIVATE_DIRECTORY = judgedLater("a directory that Sendy's account may write to, or make");
    static final Allowed PROGRAMS = judgedLater("a directory of the programs of a PostgreSQL 16 to 18");
    static final Allowed ROLE = judgedLater("a role of the database");
    static final Allowed PASSWORD = judgedLater("a password").hidden();

    Allowed(String words, Predicate<String> holds) {
        this(words, holds, true);
    }

    static Allowed whole(long least, long most) {
        return new Allowed("a whole number from " + least + " to " + most, value -> isWhole(value, least, most));
    }

    static Allowed oneOf(String... words) {
        var all = List.of(words);
        return new Allowed(
                "one of " + String.join(", ", all), value -> all.stream().anyMatch(value::equalsIgnoreCase));
    }

    static Allowed time(Duration least, Duration most) {
        return new Allowed(
                "a time like 60s or 2m, from " + least.toSeconds() + "s to " + most.toHours() + "h",
                value -> isTime(value, least, most));
    }

    /** The same for what nobody else should read in a log. */
    Allowed hidden() {
        return new Allowed(words, holds, false);
    }

    private static Allowed judgedLater(String words) {
        return new Allowed(words, _ -> true);
    }

    private static boolean isWhole(String value, long least, long most) {
        try {
            var number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException other) {
            return false;
        }
    }

    private static boolean isTime(String value, Duration least, Duration most) {
        try {
            var time = DurationStyle.detectAndParse(value);
            return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException other) {
            return false;
        }
    }

    private static boolean areProxies(String value) {
        try {
            return StringUtils.commaDelimitedListToSet(value).stream()
                    .map(String::strip)
                    .filter(network -> !network.isEmpty())
                    .map(IpAddressMatcher::new)
                    .allMatch(Objects::nonNull);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static boolean isAddress(String value) {
        try {
            return InetAddress.getByName(value).getAddress().length > 0;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
