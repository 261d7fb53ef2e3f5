package iq.sendy.meta.remote;

import iq.sendy.egress.CallOutcome;
import iq.sendy.egress.CallOutcome.CutOff;
import iq.sendy.egress.CallOutcome.NothingSent;
import iq.sendy.egress.CallOutcome.Replied;
import iq.sendy.egress.CallOutcome.TooLong;
import iq.sendy.egress.CallOutcome.Unsettled;
import iq.sendy.egress.ErrorClass;
import iq.sendy.egress.ExchangeLimits;
import iq.sendy.egress.FairBulkhead;
import iq.sendy.egress.GuardedClient;
import iq.sendy.egress.OperatorClient;
import iq.sendy.egress.ReplyHead;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.MediaOutcome;
import iq.sendy.meta.MediaOutcome.Fetched;
import iq.sendy.meta.MediaOutcome.TooLarge;
import iq.sendy.meta.MediaOutcome.Unreachable;
import iq.sendy.meta.MediaOutcome.Unusable;
import iq.sendy.meta.MediaOutcome.Withheld;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.model.MediaHash;
import iq.sendy.meta.remote.GraphReply.Done;
import iq.sendy.meta.remote.GraphReply.No;
import iq.sendy.meta.remote.GraphReply.NotAsked;
import iq.sendy.meta.remote.GraphReply.Unclear;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.Map;
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
    private static final int MOST_BYTES = 25 * 1_024 * 1_024;

    /** Nearly all are pictures and voices below that. */
    private static final int FEW_BYTES = 2 * 1_024 * 1_024;

    private static final int MOST_REDIRECTS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final GraphCalls calls;
    private final GraphServers servers;
    private final MediaHosts hosts;
    private final OperatorClient operatorClient;
    private final GuardedClient guardedClient;

    /** They lie in the heap, and addresses of Instagram come from payloads: few at once, and no store has them all. */
    private final Places small = new Places(new FairBulkhead(3, 12), limits(FEW_BYTES));

    private final Places large = new Places(new FairBulkhead(1, 2), limits(MOST_BYTES));

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

    private record Places(FairBulkhead bulkhead, ExchangeLimits limits) {}

    private static ExchangeLimits limits(int bytes) {
        return new ExchangeLimits(Duration.ofSeconds(5), LONGEST, bytes + 1, bytes + 1);
    }

    /** Where a medium lies, and what is said of it. */
    private record MediaAddress(
            String url, @Nullable String mimeType, @Nullable String sha256) {}

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
                : fetch(account, reference, new MediaAddress(url, reference.mimeType(), null));
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
                new MediaAddress(
                        url,
                        mimeType == null ? reference.mimeType() : mimeType,
                        answer.path("sha256").stringValue(null)));
    }

    /** What is too long for the many places is asked for once more, in one of the few; most servers say so in their head. */
    private MediaOutcome fetch(GraphAccount account, MediaReference reference, MediaAddress address) {
        var outcome = fetch(account, reference, address, small);
        return outcome instanceof TooLarge ? fetch(account, reference, address, large) : outcome;
    }

    private MediaOutcome fetch(GraphAccount account, MediaReference reference, MediaAddress address, Places places) {
        Object owner = CurrentTenant.CURRENT.isBound() ? CurrentTenant.CURRENT.get() : account.accountId();
        try {
            if (!places.bulkhead().acquire(owner, PATIENCE)) {
                return new Unreachable("busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Unreachable("interrupted");
        }
        try {
            return read(get(account, address.url(), places.limits()), reference, address);
        } finally {
            places.bulkhead().release(owner);
        }
    }

    /** The server that has the account has its media too, where an operator set another than Meta's. */
    private CallOutcome get(GraphAccount account, String url, ExchangeLimits limits) {
        var origin = OperatorClient.origin(url);
        if (origin.isPresent() && origin.equals(OperatorClient.origin(servers.base(account)))) {
            return operatorClient.get(url, headers(account), limits);
        }
        if (account.type() == ChannelType.WHATSAPP && !hosts.mayHaveToken(url)) {
            return new NothingSent(ErrorClass.BLOCKED_ADDRESS, "no host of Meta");
        }
        return followed(guardedClient.get(url, headers(account), limits), limits, MOST_REDIRECTS);
    }

    private static Map<String, String> headers(GraphAccount account) {
        return account.type() == ChannelType.WHATSAPP ? GraphCalls.authorized(account) : GraphCalls.unauthorized();
    }

    /** A redirect to another host of Meta is followed, without the token; one to anywhere else is not. */
    private CallOutcome followed(CallOutcome outcome, ExchangeLimits limits, int left) {
        var head = head(outcome);
        var location =
                head == null || head.status() < REDIRECT || head.status() >= CLIENT_ERROR ? null : head.location();
        if (location == null || left == 0 || !hosts.mayHaveToken(location)) {
            return outcome;
        }
        return followed(guardedClient.get(location, GraphCalls.unauthorized(), limits), limits, left - 1);
    }

    private static @Nullable ReplyHead head(CallOutcome outcome) {
        return switch (outcome) {
            case Replied(var head, var _) -> head;
            case CutOff(var head) -> head;
            case TooLong(var head) -> head;
            case NothingSent _, Unsettled _ -> null;
        };
    }

    private static MediaOutcome read(CallOutcome outcome, MediaReference reference, MediaAddress address) {
        return switch (outcome) {
            case Replied(var head, var body) when head.status() == OK -> checked(head, body, reference, address);
            case Replied(var head, var _) -> refused(head);
            case TooLong(var head) -> head.status() == OK ? new TooLarge() : refused(head);
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

    private static MediaOutcome checked(ReplyHead head, Bytes body, MediaReference reference, MediaAddress address) {
        var isIt = Stream.of(reference.sha256(), address.sha256())
                .filter(said -> said != null)
                .allMatch(said -> MediaHash.holds(said, body));
        return isIt
                ? new Fetched(body, address.mimeType() == null ? head.contentType() : address.mimeType())
                : new Unusable("other bytes than were announced");
    }
}
