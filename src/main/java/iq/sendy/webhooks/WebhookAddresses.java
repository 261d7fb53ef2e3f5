package iq.sendy.webhooks;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.webhooks.model.Endpoints;
import iq.sendy.webhooks.model.Endpoints.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Judges addresses that a store wants events sent to. Names are resolved, which no transaction may wait for. */
@Component
public class WebhookAddresses {

    private static final String RETRY_SECONDS = "2";

    private final Endpoints endpoints;

    WebhookAddresses(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * What an address is.
     *
     * @throws RequestRejected 503 while too many names are being resolved
     */
    public Judgement judge(String url) {
        var judgement = endpoints.judge(url);
        if (judgement == Judgement.UNDECIDED) {
            throw new RequestRejected(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    List.of(Violation.of("server.busy")),
                    Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
        }
        return judgement;
    }

    /** What is wrong with an address, at its field; it is judged here and now. */
    public Optional<Violation> fault(String url) {
        return fault(url, judge(url));
    }

    /** What is wrong with an address that was judged before, at its field. */
    public static Optional<Violation> fault(String url, @Nullable Judgement judgement) {
        return judgement == Judgement.ALLOWED
                ? Optional.empty()
                : Optional.of(Violation.at("url", "url.forbidden").said(why(url), List.of()));
    }

    private static String why(String url) {
        return url.regionMatches(true, 0, "http:", 0, 5) ? "url_not_secure" : "url_not_public";
    }
}
