package iq.sendy.dashboard.settings;

import iq.sendy.billing.AiModels;
import iq.sendy.channels.AccountAsking;
import iq.sendy.channels.ChannelConnections;
import iq.sendy.channels.ChannelRequest;
import iq.sendy.channels.CreateChannel;
import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageReaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Connects an account at WhatsApp or Instagram; its verify token is shown as the answer, and never again. */
@PageController
class ChannelConnectController {

    private static final String NEW = SettingsPaths.CHANNELS + "/new";
    private static final String VIEW = "dashboard/settings/channel-new";
    private static final List<String> SECRETS = List.of("accessToken", "appSecret");

    private final ChannelConnections connections;
    private final AccountAsking asking;
    private final AiModels models;
    private final ChannelPage page;
    private final UuidGenerator ids;
    private final PageReaders readers;

    ChannelConnectController(
            ChannelConnections connections,
            AccountAsking asking,
            AiModels models,
            ChannelPage page,
            UuidGenerator ids,
            PageReaders readers) {
        this.connections = connections;
        this.asking = asking;
        this.models = models;
        this.page = page;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(NEW)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView begin(Caller caller, Locale language) {
        var model = page.connecting(readers.of(caller, language));
        model.put("form", OnceField.fresh(ids).with("isAgentEnabled", false));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(NEW)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView connect(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(ChannelRequest.class, sent, caller.currency());
        var body = bound.value();
        var terms = body.over(null, caller.zone(), models, bound.problems());
        if (terms == null || !bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW,
                    page.connecting(reader),
                    withoutSecrets(sent),
                    bound.problems().faults(),
                    reader);
        }
        var token = Objects.requireNonNull(body.accessToken().value());
        var command = new CreateChannel(terms, token, body.appSecret().value(), asking.ask(terms, body));
        return switch (connections.connectOnce(caller.store(), actor, OnceField.id(sent, ids), command)) {
            case CreateChannel.Result.Created(var channel, var verify) ->
                ShownOnce.page(
                        reader.say("channels.token"),
                        reader.say("channels.token.once"),
                        channel.details().displayName(),
                        verify.text(),
                        ChannelPage.path(channel.id()));
            case Refusal refusal ->
                SettingsForms.refused(VIEW, page.connecting(reader), withoutSecrets(sent), refusal, reader);
        };
    }

    private static Map<String, String[]> withoutSecrets(Map<String, String[]> sent) {
        var rest = new HashMap<>(sent);
        SECRETS.forEach(rest::remove);
        return rest;
    }
}
