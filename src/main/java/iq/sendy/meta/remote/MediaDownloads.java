package iq.sendy.meta.remote;

import iq.sendy.egress.CallOutcome;
import iq.sendy.egress.CallOutcome.CutOff;
import iq.sendy.egress.CallOutcome.NothingSent;
import iq.sendy.egress.CallOutcome.Replied;
import iq.sendy.egress.CallOutcome.TooLong;
import iq.sendy.egress.CallOutcome.Unsettled;
import iq.sendy.egress.ErrorClass;
import iq.sendy.egress.ExchangeLimits;
import iq.sendy.egress.GuardedClient;
import iq.sendy.egress.OperatorClient;
import iq.sendy.egress.ReplyHead;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.MediaOutcome;
import iq.sendy.meta.MediaOutcome.Fetched;
import iq.sendy.meta.MediaOutcome.Unreachable;
import iq.sendy.meta.MediaOutcome.Unusable;
import iq.sendy.meta.MediaOutcome.Withheld;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.model.MediaHash;
import iq.sendy.meta.remote.GraphReply.Done;
import iq.sendy.meta.remote.GraphReply.No;
import iq.sendy.meta.remote.GraphReply.NotAsked;
import iq.sendy.meta.remote.GraphReply.Unclear;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Fetches media that customers sent. WhatsApp turns an id into an address, which wants the token; Instagram gives an
 * address that wants none. A token is shown to Meta's hosts alone.
 */
@Component
public class MediaDownloads {

    /** What Instagram's longest films have; WhatsApp's have 16 MiB. */
    static final int MOST_BYTES = 25 * 1_024 * 1_024;

    /** They lie in the heap, so there are few at once. */
    private static final int AT_ONCE = 3;

    private static final int MOST_REDIRECTS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), MOST_BYTES + 1, MOST_BYTES + 1);

    private final GraphCalls calls;
    private final GraphServers servers;
    private final MediaHosts hosts;
    private final OperatorClient operatorClient;
    private final GuardedClient guardedClient;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    MediaDownloads(
            GraphCalls calls,
            GraphServers servers,
            MediaHosts hosts,
            OperatorClient operatorClient,
            GuardedClient guardedClient) {
        this.calls = calls;
        this.servers = servers;
        this.hosts = hosts;
        this.operatorClient = operatorClient;
        this.guardedClient = guardedClient;
    }

    /** Where a medium lies, and what is said of it. */
    private record Lying(String url, @Nullable String mimeType, @Nullable String sha256) {}

    public MediaOutcome fetch(GraphAccount account, MediaReference reference) {
        var id = reference.id();
        if (account.type() == ChannelType.WHATSAPP && id != null) {
            return switch (calls.find(account, id, "")) {
                case Done(var answer) -> described(account, reference, answer);
                case No(var error) -> new Withheld(error);
                case NotAsked(var why) -> new Unreachable(why);
                case Unclear(var why) -> new Unreachable(why);
            };
        }
        var url = reference.url();
        return url == null
                ? new Unusable("no address")
                : fetch(account, reference, new Lying(url, reference.mimeType(), null));
    }

    private MediaOutcome described(GraphAccount account, MediaReference reference, JsonNode answer) {
        var url = answer.path("url").stringValue(null);
        if (url == null) {
            return new Unreachable("no address");
        }
        var mimeType = answer.path("mime_type").stringValue(null);
        return fetch(
                account,
                reference,
                new Lying(
                        url,
                        mimeType == null ? reference.mimeType() : mimeType,
                        answer.path("sha256").stringValue(null)));
    }

    private MediaOutcome fetch(GraphAccount account, MediaReference reference, Lying lying) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Unreachable("busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Unreachable("interrupted");
        }
        try {
            return read(get(account, lying.url()), reference, lying);
        } finally {
            places.release();
        }
    }

    /** The server that has the account has its media too, where an operator set another than Meta's. */
    private CallOutcome get(GraphAccount account, String url) {
        var origin = OperatorClient.origin(url);
        if (origin.isPresent() && origin.equals(OperatorClient.origin(servers.base(account)))) {
            return operatorClient.get(url, headers(account), LIMITS);
        }
        if (account.type() == ChannelType.WHATSAPP && !hosts.mayHaveToken(url)) {
            return new NothingSent(ErrorClass.BLOCKED_ADDRESS, "no host of Meta");
        }
        return followed(guardedClient.get(url, headers(account), LIMITS), MOST_REDIRECTS);
    }

    private static Map<String, String> headers(GraphAccount account) {
        return account.type() == ChannelType.WHATSAPP ? GraphCalls.authorized(account) : GraphCalls.unauthorized();
    }

    /** A redirect to another host of Meta is followed, without the token; one to anywhere else is not. */
    private CallOutcome followed(CallOutcome outcome, int left) {
        var head = head(outcome);
        var location = head == null || head.status() < REDIRECT || head.status() >= CLIENT_ERROR ? null : head.location();
        if (location == null || left == 0 || !hosts.mayHaveToken(location)) {
            return outcome;
        }
        return followed(guardedClient.get(location, GraphCalls.unauthorized(), LIMITS), left - 1);
    }

    private static @Nullable ReplyHead head(CallOutcome outcome) {
        return switch (outcome) {
            case Replied(var head, var _) -> head;
            case CutOff(var head) -> head;
            case TooLong(var head) -> head;
            case NothingSent _, Unsettled _ -> null;
        };
    }

    private static MediaOutcome read(CallOutcome outcome, MediaReference reference, Lying lying) {
        return switch (outcome) {
            case Replied(var head, var body) when head.status() == OK -> checked(head, body, reference, lying);
            case Replied(var head, var _) -> refused(head);
            case TooLong(var head) -> head.status() == OK ? new MediaOutcome.TooLarge() : refused(head);
            case CutOff(var head) -> head.status() == OK ? new Unreachable("cut off") : refused(head);
            case NothingSent(var errorClass, var why) ->
                errorClass == ErrorClass.BLOCKED_ADDRESS
                        ? new Unusable(why)
                        : new Unreachable(errorClass.word() + " " + why);
            case Unsettled(var errorClass, var why) -> new Unreachable(errorClass.word() + " " + why);
        };
    }

    private static MediaOutcome refused(ReplyHead head) {
        if (head.status() >= SERVER_ERROR || head.status() < REDIRECT) {
            return new Unreachable("status " + head.status());
        }
        return head.status() < CLIENT_ERROR
                ? new Unusable("a redirect to elsewhere")
                : new Withheld(GraphReplies.wordless(head));
    }

    private static MediaOutcome checked(ReplyHead head, Bytes body, MediaReference reference, Lying lying) {
        var isIt = Stream.of(reference.sha256(), lying.sha256())
                .filter(said -> said != null)
                .allMatch(said -> MediaHash.holds(said, body));
        return isIt
                ? new Fetched(body, lying.mimeType() == null ? head.contentType() : lying.mimeType())
                : new Unusable("other bytes than were announced");
    }
}
