package iq.sendy.meta.remote;

import iq.sendy.egress.CallOutcome;
import iq.sendy.egress.ExchangeLimits;
import iq.sendy.egress.OperatorClient;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.remote.GraphReply.No;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Calls of Graph for one account, with its token in the header and nowhere else. */
@Component
public class GraphCalls {

    private static final int MOST_BYTES = 262_144;

    /** After that nobody waits for an answer. */
    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), MOST_BYTES, MOST_BYTES);

    private static final String AGENT = "Sendy-Graph/1";

    private final OperatorClient client;
    private final GraphServers servers;

    GraphCalls(OperatorClient client, GraphServers servers) {
        this.client = client;
        this.servers = servers;
    }

    /** Asks for a message or an action of the account. */
    public GraphReply messages(GraphAccount account, ObjectNode body) {
        var url = servers.versioned(account) + "/" + segment(account.accountId()) + "/messages";
        var bytes = Bytes.of(body.toString().getBytes(StandardCharsets.UTF_8));
        return withToken(
                account,
                () -> client.post(
                        url,
                        Map.of(
                                "Authorization",
                                "Bearer " + account.accessToken(),
                                "Content-Type",
                                "application/json",
                                "Accept",
                                "application/json",
                                "User-Agent",
                                AGENT),
                        bytes,
                        LIMITS));
    }

    /** Asks about one thing, by its id and perhaps a query. */
    public GraphReply find(GraphAccount account, String id, String query) {
        var url = servers.versioned(account) + "/" + segment(id) + query;
        return withToken(account, () -> client.get(url, authorized(account), LIMITS));
    }

    /** A new token for that of an Instagram login. Meta wants the old one in the query, and so it is in no other place. */
    public GraphReply refresh(GraphAccount account) {
        var token = URLEncoder.encode(account.accessToken(), StandardCharsets.UTF_8);
        var url = servers.base(account) + "/refresh_access_token?grant_type=ig_refresh_token&access_token=" + token;
        return withToken(
                account, () -> client.get(url, Map.of("Accept", "application/json", "User-Agent", AGENT), LIMITS));
    }

    static Map<String, String> authorized(GraphAccount account) {
        return Map.of("Authorization", "Bearer " + account.accessToken(), "Accept", "*/*", "User-Agent", AGENT);
    }

    static Map<String, String> unauthorized() {
        return Map.of("Accept", "*/*", "User-Agent", AGENT);
    }

    /** What cannot be written into a header is no token that Meta gave. */
    private static GraphReply withToken(GraphAccount account, Supplier<CallOutcome> call) {
        var token = account.accessToken();
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            return new No(GraphError.of("190", null, "", null));
        }
        return GraphReplies.read(call.get());
    }

    /** One segment of a path, whatever an account is called. */
    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
    }
}
