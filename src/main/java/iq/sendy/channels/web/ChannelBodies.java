package iq.sendy.channels.web;

import iq.sendy.channels.AccountProof;
import iq.sendy.channels.AccountProofs;
import iq.sendy.channels.AccountStanding;
import iq.sendy.channels.ChannelAddresses;
import iq.sendy.channels.ChannelSecrets;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.model.ChannelWarning;
import iq.sendy.channels.model.ChannelWarnings;
import iq.sendy.channels.model.ChannelWarnings.Deployment;
import iq.sendy.channels.web.ChannelBody.HealthBody;
import iq.sendy.channels.web.ChannelBody.OwnershipBody;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.Graph;
import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.url.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Channels as answers, with what their owners are to be told in the language of the request. */
@Component
class ChannelBodies {

    /** Of a channel that is gone when it is asked for. */
    private static final AccountProof NOTHING = new AccountProof(AccountStanding.UNPROVEN, null, null);

    private final PublicUrl publicUrl;
    private final ChannelAddresses addresses;
    private final ChannelSecrets secrets;
    private final Graph graph;
    private final Messages messages;
    private final AccountProofs proofs;
    private final Clock clock;

    ChannelBodies(
            PublicUrl publicUrl,
            ChannelAddresses addresses,
            ChannelSecrets secrets,
            Graph graph,
            Messages messages,
            AccountProofs proofs,
            Clock clock) {
        this.publicUrl = publicUrl;
        this.addresses = addresses;
        this.secrets = secrets;
        this.graph = graph;
        this.messages = messages;
        this.proofs = proofs;
        this.clock = clock;
    }

    ChannelBody of(StoreId store, ChannelView channel, HttpServletRequest request) {
        return of(channel, proofs.of(store, List.of(channel.id())), request);
    }

    Page<ChannelBody> of(StoreId store, Page<ChannelView> channels, HttpServletRequest request) {
        var ids = channels.items().stream().map(ChannelView::id).toList();
        var known = proofs.of(store, ids);
        return channels.map(channel -> of(channel, known, request));
    }

    private ChannelBody of(ChannelView channel, Map<UUID, AccountProof> known, HttpServletRequest request) {
        var proof = known.getOrDefault(channel.id(), NOTHING);
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var language = messages.preferred(accepted == null ? "" : accepted);
        var deployment = new Deployment(
                publicUrl.of(""), secrets.deploymentHasOne(), graph.versionEnd().orElse(null));
        var warnings = ChannelWarnings.of(channel, proof, deployment, clock.instant()).stream()
                .map(warning -> said(warning, language))
                .toList();
        var trouble = channel.trouble();
        var action = ChannelWarnings.action(trouble)
                .map(warning -> said(warning, language))
                .orElse(null);
        return ChannelBody.of(
                channel,
                addresses.webhook(channel.account().type()),
                new HealthBody(trouble.condition(), trouble.code(), trouble.since(), action),
                new OwnershipBody(
                        proof.standing(),
                        proof.code(),
                        proof.since(),
                        ChannelWarnings.ownership(channel, proof, deployment)
                                .map(warning -> said(warning, language))
                                .orElse(null)),
                warnings);
    }

    private String said(ChannelWarning warning, Locale language) {
        return messages.text(warning.text(), language, warning.fillings());
    }
}
