package iq.sendy.channels.web;

import iq.sendy.channels.ChannelSecrets;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.model.ChannelWarning;
import iq.sendy.channels.model.ChannelWarnings;
import iq.sendy.channels.model.ChannelWarnings.Deployment;
import iq.sendy.channels.web.ChannelBody.HealthBody;
import iq.sendy.meta.Graph;
import iq.sendy.platform.api.Messages;
import iq.sendy.platform.url.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Channels as answers, with what their owners are to be told in the language of the request. */
@Component
class ChannelBodies {

    private final PublicUrl publicUrl;
    private final ChannelSecrets secrets;
    private final Graph graph;
    private final Messages messages;
    private final Clock clock;

    ChannelBodies(PublicUrl publicUrl, ChannelSecrets secrets, Graph graph, Messages messages, Clock clock) {
        this.publicUrl = publicUrl;
        this.secrets = secrets;
        this.graph = graph;
        this.messages = messages;
        this.clock = clock;
    }

    ChannelBody of(ChannelView channel, HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var language = messages.preferred(accepted == null ? "" : accepted);
        var deployment = new Deployment(
                publicUrl.of(""), secrets.deploymentHasOne(), graph.versionEnd().orElse(null));
        var warnings = ChannelWarnings.of(channel, deployment, clock.instant()).stream()
                .map(warning -> said(warning, language))
                .toList();
        var trouble = channel.trouble();
        var action = ChannelWarnings.action(trouble)
                .map(warning -> said(warning, language))
                .orElse(null);
        return ChannelBody.of(
                channel,
                publicUrl.of(HandshakeController.PATH + "/"
                        + HandshakeController.word(channel.account().type())),
                new HealthBody(trouble.condition(), trouble.code(), trouble.since(), action),
                warnings);
    }

    private String said(ChannelWarning warning, Locale language) {
        return messages.text(warning.text(), language, warning.fillings());
    }
}
