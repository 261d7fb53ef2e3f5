package iq.sendy.dashboard.settings;

import iq.sendy.agent.KnowledgeBase;
import iq.sendy.agent.KnowledgeItem;
import iq.sendy.agent.KnowledgeTopic;
import iq.sendy.agent.SaveKnowledge;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.messaging.ReplyLanguage;
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
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the shop's people write for the agent to know. */
@PageController
class KnowledgePageController {

    private static final String VIEW = "dashboard/settings/known";
    private static final String NEW = SettingsPaths.KNOWLEDGE + "/new";
    private static final String ONE = SettingsPaths.KNOWLEDGE + "/{item}";

    private final KnowledgeBase knowledge;
    private final UuidGenerator ids;
    private final PageReaders readers;

    KnowledgePageController(KnowledgeBase knowledge, UuidGenerator ids, PageReaders readers) {
        this.knowledge = knowledge;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.KNOWLEDGE)
    @Allows(permission = "social_channels.view", scope = "social:read")
    ModelAndView list(Caller caller, Paging paging) {
        var found = knowledge.list(caller.store(), paging);
        var model = new HashMap<String, Object>(Map.of("items", found.items(), "manages", ChannelPage.manages(caller)));
        model.put("older", Pages.older(SettingsPaths.KNOWLEDGE, found));
        model.put("newest", Pages.newest(SettingsPaths.KNOWLEDGE, paging));
        return new ModelAndView("dashboard/settings/knowledge", model);
    }

    @GetMapping(NEW)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView begin(Caller caller, Locale language) {
        var model = model(null, readers.of(caller, language));
        model.put("form", OnceField.fresh(ids).with("topic", KnowledgeTopic.FAQ));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(NEW)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView add(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return save(null, request, caller, actor, language);
    }

    @GetMapping(ONE)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView show(@PathVariable("item") UUID id, Caller caller, Locale language) {
        var item = find(caller, id);
        var model = model(item, readers.of(caller, language));
        model.put(
                "form",
                PageForm.ofStored()
                        .with("topic", item.text().topic())
                        .with("question", item.text().question())
                        .with("answer", item.text().answer())
                        .with("language", item.text().language()));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(ONE)
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView change(
            @PathVariable("item") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return save(find(caller, id), request, caller, actor, language);
    }

    private ModelAndView save(
            @Nullable KnowledgeItem item, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var bound = FormBinder.bind(KnowledgeDraft.class, sent, caller.currency());
        if (item == null) {
            bound.complete();
        }
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW, model(item, reader), sent, bound.problems().faults(), reader);
        }
        var command = bound.value().command();
        var saved = item == null
                ? knowledge.createOnce(caller.store(), actor, OnceField.id(sent, ids), command)
                : knowledge.change(caller.store(), actor, item.id(), command);
        return switch (saved) {
            case SaveKnowledge.Result.Saved _ -> PageRedirect.to(SettingsPaths.KNOWLEDGE + "?said=knowledge.saved");
            case SaveKnowledge.Result.NoSuchItem _ -> throw RequestRejected.notFound();
            case Refusal refusal -> SettingsForms.refused(VIEW, model(item, reader), sent, refusal, reader);
        };
    }

    /** One that is gone already is gone. */
    @PostMapping(ONE + "/delete")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    ModelAndView delete(
            @PathVariable("item") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            find(caller, id);
            return new AskFirst(
                            reader.say("knowledge.delete.ask"),
                            reader.say("knowledge.delete.why"),
                            reader.say("delete"),
                            path(id) + "/delete",
                            path(id),
                            Map.of())
                    .page();
        }
        knowledge.delete(caller.store(), actor, id);
        return PageRedirect.to(SettingsPaths.KNOWLEDGE + "?said=knowledge.deleted");
    }

    private KnowledgeItem find(Caller caller, UUID id) {
        return knowledge.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static String path(UUID item) {
        return SettingsPaths.KNOWLEDGE + "/" + item;
    }

    private static Map<String, Object> model(@Nullable KnowledgeItem item, PageReader reader) {
        var model = new HashMap<String, Object>(Map.of(
                "action",
                item == null ? NEW : path(item.id()),
                "topics",
                Arrays.stream(KnowledgeTopic.values())
                        .map(topic -> new PageChoice(topic.toString(), reader.say("knowledge.topic." + topic)))
                        .toList(),
                "languages",
                Arrays.stream(ReplyLanguage.values())
                        .map(one -> new PageChoice(one.toString(), reader.say("knowledge.language." + one)))
                        .toList()));
        model.put("item", item);
        return model;
    }
}
