package iq.sendy.dashboard.settings;

import iq.sendy.billing.AiModels;
import iq.sendy.channels.ChangeChannel;
import iq.sendy.channels.ChannelRequest;
import iq.sendy.channels.ChannelTerms;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.Channels;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.ShownFields;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changes an account that is connected: its name, its secrets, which model answers there and how it was told to speak. */
@PageController
class ChannelEditController {

    private static final String ONE = SettingsPaths.CHANNELS + "/{channel}/edit";
    private static final String VIEW = "dashboard/settings/channel-edit";
    private static final List<String> SECRETS = List.of("accessToken", "appSecret");
    private static final List<String> FIELDS =
            List.of("displayName", "aiProviderCode", "aiModelCode", "systemPromptOverride", ShownFields.NAME);

    private final Channels channels;
    private final AiModels models;
    private final ChannelPage page;
    private final PageReaders readers;

    ChannelEditController(Channels channels, AiModels models, ChannelPage page, PageReaders readers) {
        this.channels = channels;
        this.models = models;
        this.page = page;
        this.readers = readers;
    }

    @GetMapping(ONE)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView show(@PathVariable("channel") UUID id, Caller caller, Locale language) {
        var channel = page.find(caller, id);
        var agent = channel.details().agent();
        var model = model(channel, readers.of(caller, language));
        model.put(
                "form",
                PageForm.ofStored()
                        .with("displayName", channel.details().displayName())
                        .with("aiProviderCode", agent.provider())
                        .with("aiModelCode", agent.model())
                        .with("systemPromptOverride", agent.systemPromptOverride()));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(ONE)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView change(
            @PathVariable("channel") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var channel = page.find(caller, id);
        var reader = readers.of(caller, language);
        var sent = ofForm(request.getParameterMap());
        var bound = FormBinder.bind(ChannelRequest.class, sent, caller.currency());
        var body = bound.value();
        body.over(channel.terms(), caller.zone(), models, bound.problems());
        var shown = withoutSecrets(sent);
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW, model(channel, reader), shown, bound.problems().faults(), reader);
        }
        UnaryOperator<ChannelTerms> merge = present -> Objects.requireNonNull(
                body.over(present, caller.zone(), new Violations()), "What was sound stays so under the lock");
        var command = new ChangeChannel(id, merge, body.accessToken().value(), body.ownAppSecret());
        return switch (channels.change(caller.store(), actor, command)) {
            case ChangeChannel.Result.Changed _ -> PageRedirect.to(ChannelPage.path(id) + "?said=channels.changed");
            case ChangeChannel.Result.NoSuchChannel _ -> throw RequestRejected.notFound();
            case Refusal refusal -> SettingsForms.refused(VIEW, model(channel, reader), shown, refusal, reader);
        };
    }

    /** What the form has; a secret whose field stayed empty stays as it is. */
    private static Map<String, String[]> ofForm(Map<String, String[]> sent) {
        var fields = new HashMap<>(sent);
        fields.keySet().removeIf(name -> !FIELDS.contains(name) && !SECRETS.contains(name));
        fields.entrySet()
                .removeIf(field -> SECRETS.contains(field.getKey())
                        && Arrays.stream(field.getValue()).allMatch(String::isBlank));
        return fields;
    }

    /** No secret goes back to a page. */
    private static Map<String, String[]> withoutSecrets(Map<String, String[]> sent) {
        var rest = new HashMap<>(sent);
        rest.keySet().removeAll(SECRETS);
        return rest;
    }

    /** A model that the platform lists no more stands until another is chosen. */
    private Map<String, Object> model(ChannelView channel, PageReader reader) {
        var model = page.connecting(reader);
        var own = channel.details().agent().model();
        if (model.get("models") instanceof List<?> offered && !offered.isEmpty()) {
            var all = new ArrayList<Object>(offered);
            var choice = new PageChoice(own, own);
            if (!all.contains(choice)) {
                all.add(choice);
            }
            model.put("models", all);
        }
        model.put("channel", channel);
        return model;
    }
}
