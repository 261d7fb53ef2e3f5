package iq.sendy.webhooks.remote;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.http.GuardedClient;
import iq.sendy.platform.http.Limits;
import iq.sendy.platform.http.Outcome;
import iq.sendy.platform.http.Verdict;
import iq.sendy.webhooks.model.Endpoints;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Endpoints as they are on the internet: by the guarded client, within its usual limits. */
@Component
class HttpEndpoints implements Endpoints {

    private final GuardedClient client;

    HttpEndpoints(GuardedClient client) {
        this.client = client;
    }

    @Override
    public Outcome post(String url, Map<String, String> headers, Bytes body) {
        return client.post(url, headers, body, Limits.USUAL);
    }

    @Override
    public Judgement judge(String url) {
        return switch (client.judge(url)) {
            case Verdict.Allowed _ -> Judgement.ALLOWED;
            case Verdict.Refused _ -> Judgement.FORBIDDEN;
            case Verdict.Undecided _ -> Judgement.UNDECIDED;
        };
    }
}
