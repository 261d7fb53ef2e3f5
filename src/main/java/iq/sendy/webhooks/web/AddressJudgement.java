package iq.sendy.webhooks.web;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.webhooks.model.Endpoints;
import iq.sendy.webhooks.model.Endpoints.Judgement;
import iq.sendy.webhooks.web.WebhookController.WebhookRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Resolves the name of a subscription's address: a silent name server takes seconds, which no transaction may wait for. */
@Component
class AddressJudgement implements Preparation<Judgement> {

    private static final String RETRY_SECONDS = "2";

    private final Endpoints endpoints;

    AddressJudgement(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public @Nullable Judgement prepare(PreparationRequest request) {
        var url = ((WebhookRequest) request.body().value()).url().value();
        if (url == null) {
            return null;
        }
        var judgement = endpoints.judge(url);
        if (judgement == Judgement.UNDECIDED) {
            throw new RequestRejected(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    List.of(Violation.of("server.busy")),
                    Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
        }
        return judgement;
    }
}
