package iq.sendy.dashboard.settings;

import iq.sendy.agent.AgentRules;
import iq.sendy.agent.SaveAgentRule;
import iq.sendy.channels.ChangeChannel;
import iq.sendy.channels.ChannelTerms;
import iq.sendy.channels.Channels;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.SnoozeChoice;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts by which a store is written to, and the agent that answers there. */
@PageController
class ChannelPageController {

    private static final String ONE = SettingsPaths.CHANNELS + "/{channel}";

    private final Channels channels;
    private final AgentRules rules;
    private final ChannelPage page;
    private final UuidGenerator ids;
    private final PageReaders readers;

    ChannelPageController(
            Channels channels, AgentRules rules, ChannelPage page, UuidGenerator ids, PageReaders readers) {
        this.channels = channels;
        this.rules = rules;
        this.page = page;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.CHANNELS)
    @Allows(permission = "social_channels.view", scope = "social:read")
    ModelAndView list(Caller caller, Paging paging) {
        var found = channels.list(caller.store(), paging);
        var model =
                new HashMap<String, Object>(Map.of("channels", found.items(), "manages", ChannelPage.manages(caller)));
        model.put("older", Pages.older(SettingsPaths.CHANNELS, found));
        model.put("newest", Pages.newest(SettingsPaths.CHANNELS, paging));
        return new ModelAndView("dashboard/settings/channels", model);
    }

    @GetMapping(ONE)
    @Allows(permission = "social_channels.view", scope = "social:read")
    ModelAndView show(@PathVariable("channel") UUID id, Caller caller, Locale language) {
        var channel = page.find(caller, id);
        return new ModelAndView(ChannelPage.VIEW, page.model(channel, caller, readers.of(caller, language)));
    }

    /** The button names what shall be, so that two taps are one. */
    @PostMapping(ONE + "/agent")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView toggleAgent(
            @PathVariable("channel") UUID id,
            @RequestParam(name = "enabled", defaultValue = "") String enabled,
            Caller caller,
            Actor actor) {
        var on = enabled.equals("true");
        return changed(id, terms -> terms.withAgent(on), on ? "channels.agentOn" : "channels.agentOff", caller, actor);
    }

    @PostMapping(ONE + "/enabled")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView toggle(
            @PathVariable("channel") UUID id,
            @RequestParam(name = "enabled", defaultValue = "") String enabled,
            Caller caller,
            Actor actor) {
        var on = enabled.equals("true");
        return changed(id, terms -> terms.withEnabled(on), on ? "channels.on" : "channels.off", caller, actor);
    }

    private ModelAndView changed(UUID id, UnaryOperator<ChannelTerms> merge, String said, Caller caller, Actor actor) {
        page.find(caller, id);
        return switch (channels.change(caller.store(), actor, new ChangeChannel(id, merge, null, null))) {
            case ChangeChannel.Result.Changed _ -> PageRedirect.to(ChannelPage.path(id) + "?said=" + said);
            case ChangeChannel.Result.NoSuchChannel _ -> throw RequestRejected.notFound();
            case ChangeChannel.Result.AccountTaken _ -> PageRedirect.to(ChannelPage.path(id) + "?said=channels.taken");
        };
    }

    @PostMapping(ONE + "/rules")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView decide(
            @PathVariable("channel") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var channel = page.find(caller, id);
        var reader = readers.of(caller, language);
        var sent = request.getParameterMap();
        var stored = page.stored(channel, caller).values();
        var bound = FormBinder.bind(AgentDraft.class, sent, caller.currency(), stored);
        if (!bound.problems().isEmpty()) {
            var model = page.model(channel, PageForm.sent(sent), caller, reader);
            return SettingsForms.wrong(
                    ChannelPage.VIEW, model, sent, bound.problems().faults(), reader);
        }
        return switch (rules.change(caller.store(), actor, bound.value().command(id))) {
            case SaveAgentRule.Result.Saved _ -> PageRedirect.to(ChannelPage.path(id) + "?said=channels.rulesSaved");
            case SaveAgentRule.Result.NoSuchChannel _ -> throw RequestRejected.notFound();
            case Refusal refusal ->
                SettingsForms.refused(
                        ChannelPage.VIEW,
                        page.model(channel, PageForm.sent(sent), caller, reader),
                        sent,
                        refusal,
                        reader);
        };
    }

    /** Nothing is answered at the channel for a while. */
    @PostMapping(ONE + "/pause")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView pause(
            @PathVariable("channel") UUID id,
            @RequestParam(name = "until", defaultValue = "") String until,
            Caller caller,
            Actor actor,
            Locale language) {
        page.find(caller, id);
        var reader = readers.of(caller, language);
        var choice = SnoozeChoice.of(until).orElseThrow(RequestRejected::notFound);
        return pause(id, choice.until(reader.now(), reader.zone()), "channels.paused", caller, actor);
    }

    @PostMapping(ONE + "/resume")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView resume(@PathVariable("channel") UUID id, Caller caller, Actor actor) {
        page.find(caller, id);
        return pause(id, null, "channels.resumed", caller, actor);
    }

    private ModelAndView pause(UUID id, @Nullable Instant until, String said, Caller caller, Actor actor) {
        return switch (rules.change(caller.store(), actor, AgentDraft.pause(id, until))) {
            case SaveAgentRule.Result.Saved _ -> PageRedirect.to(ChannelPage.path(id) + "?said=" + said);
            case SaveAgentRule.Result.NoSuchChannel _ -> throw RequestRejected.notFound();
            case Refusal refusal ->
                throw new RequestRejected(HttpStatus.valueOf(refusal.declared().status()), refusal.violations());
        };
    }

    /** A new verify token is shown as the answer, and never again. */
    @PostMapping(ONE + "/token")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView rotate(
            @PathVariable("channel") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = request.getParameterMap();
        if (!AskFirst.sure(sent)) {
            page.find(caller, id);
            return new AskFirst(
                            reader.say("channels.rotate.ask"),
                            reader.say("channels.rotate.why"),
                            reader.say("channels.rotate"),
                            ChannelPage.path(id) + "/token",
                            ChannelPage.path(id),
                            Map.of())
                    .once(ids)
                    .page();
        }
        var issued = channels.rotateTokenOnce(caller.store(), actor, OnceField.id(sent, ids), id)
                .orElseThrow(RequestRejected::notFound);
        return ShownOnce.page(
                reader.say("channels.token"),
                reader.say("channels.token.once"),
                issued.channel().details().displayName(),
                issued.token().text(),
                ChannelPage.path(id));
    }

    /** One that is gone already is gone. */
    @PostMapping(ONE + "/delete")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView delete(
            @PathVariable("channel") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            var name = page.find(caller, id).details().displayName();
            return new AskFirst(
                            reader.say("channels.delete.ask", name),
                            reader.say("channels.delete.why"),
                            reader.say("channels.delete"),
                            ChannelPage.path(id) + "/delete",
                            ChannelPage.path(id),
                            Map.of())
                    .page();
        }
        channels.delete(caller.store(), actor, id);
        return PageRedirect.to(SettingsPaths.CHANNELS + "?said=channels.deleted");
    }
}
