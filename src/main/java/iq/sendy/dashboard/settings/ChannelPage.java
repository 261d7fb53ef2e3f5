package iq.sendy.dashboard.settings;

import iq.sendy.agent.AgentMode;
import iq.sendy.agent.AgentRule;
import iq.sendy.agent.AgentRules;
import iq.sendy.agent.OutsideHours;
import iq.sendy.billing.AiModels;
import iq.sendy.billing.AiProvider;
import iq.sendy.channels.ChannelAddresses;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.Channels;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.dashboard.SnoozeChoice;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of one channel shows: the account, its web hook, and how its agent answers. */
@Component
class ChannelPage {

    static final String VIEW = "dashboard/settings/channel";

    private final Channels channels;
    private final AgentRules rules;
    private final ChannelAddresses addresses;
    private final AiModels models;

    ChannelPage(Channels channels, AgentRules rules, ChannelAddresses addresses, AiModels models) {
        this.channels = channels;
        this.rules = rules;
        this.addresses = addresses;
        this.models = models;
    }

    static String path(UUID channel) {
        return SettingsPaths.CHANNELS + "/" + channel;
    }

    ChannelView find(Caller caller, UUID id) {
        return channels.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    static boolean manages(Caller caller) {
        return caller.missing("social_channels.manage", "social:write") == null;
    }

    /** As it is stored. */
    Map<String, @Nullable Object> model(ChannelView channel, Caller caller, PageReader reader) {
        var rule = rule(channel, caller);
        return model(channel, rule, form(rule), caller, reader);
    }

    /** @param form of how the agent answers, as it was sent */
    Map<String, @Nullable Object> model(ChannelView channel, PageForm form, Caller caller, PageReader reader) {
        return model(channel, rule(channel, caller), form, caller, reader);
    }

    private Map<String, @Nullable Object> model(
            ChannelView channel, AgentRule rule, PageForm form, Caller caller, PageReader reader) {
        var paused = rule.pausedUntil();
        var model = new HashMap<String, @Nullable Object>(Map.of(
                "channel", channel,
                "form", form,
                "week", HoursForm.rows(form),
                "pauses", List.of(SnoozeChoice.HOUR, SnoozeChoice.TOMORROW),
                "manages", manages(caller),
                "webhook", addresses.webhook(channel.account().type()),
                "modes", words(AgentMode.values(), "channels.mode.", reader),
                "outside", words(OutsideHours.values(), "channels.outside.", reader)));
        model.put("pausedUntil", paused != null && paused.isAfter(reader.now()) ? paused : null);
        return model;
    }

    private AgentRule rule(ChannelView channel, Caller caller) {
        return rules.find(caller.store(), channel.id()).orElseGet(() -> AgentRule.standard(caller.zone()));
    }

    /** How the agent answers at a channel, as its form is opened now. */
    PageForm stored(ChannelView channel, Caller caller) {
        return form(rule(channel, caller));
    }

    /** As stored, in the fields of the form that says how the agent answers. */
    private static PageForm form(AgentRule rule) {
        var form = PageForm.ofStored()
                .with("mode", rule.mode())
                .with("percentage", rule.rollOut().percentage())
                .with("allowed", String.join("\n", rule.rollOut().allowed()))
                .with("outsideHours", rule.outside());
        return HoursForm.with(form, rule.hours());
    }

    /** What a new account may be, and who may answer there. */
    Map<String, Object> connecting(PageReader reader) {
        var offered = models.list(new Paging(1, Paging.MOST, null, UnaryOperator.identity())).items().stream()
                .map(model -> model.terms().code())
                .distinct()
                .map(code -> new PageChoice(code, code))
                .toList();
        return new HashMap<>(Map.of(
                "types",
                words(ChannelType.values(), "channels.type.", reader),
                "providers",
                Arrays.stream(AiProvider.values())
                        .map(one -> new PageChoice(one.toString(), reader.say("channels.provider." + one)))
                        .toList(),
                "models",
                offered));
    }

    private static List<PageChoice> words(Object[] values, String before, PageReader reader) {
        return Arrays.stream(values)
                .map(value -> new PageChoice(value.toString(), reader.say(before + value)))
                .toList();
    }
}
