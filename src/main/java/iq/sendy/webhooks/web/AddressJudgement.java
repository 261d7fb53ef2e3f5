package iq.sendy.webhooks.web;

import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.webhooks.WebhookAddresses;
import iq.sendy.webhooks.model.Endpoints.Judgement;
import iq.sendy.webhooks.web.WebhookController.WebhookRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Resolves the name of a subscription's address: a silent name server takes seconds, which no transaction may wait for. */
@Component
class AddressJudgement implements Preparation<Judgement> {

    private final WebhookAddresses addresses;

    AddressJudgement(WebhookAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public @Nullable Judgement prepare(PreparationRequest request) {
        var url = ((WebhookRequest) request.body().value()).url().value();
        return url == null ? null : addresses.judge(url);
    }
}
