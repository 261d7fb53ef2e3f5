package iq.sendy.agent;

import iq.sendy.agent.BusinessHours.OpenSpan;
import iq.sendy.agent.Knowledge.KnownText;
import iq.sendy.agent.model.TextFacts;
import iq.sendy.kernel.StoreId;
import iq.sendy.storefront.ShopContact;
import iq.sendy.stores.Settings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the shop says about itself: texts of its people, what delivery costs where, its hours and how it is reached. */
@Component
class StoreInfo {

    private static final int MOST_CHARACTERS = 4_000;

    private final KnowledgeBase knowledge;
    private final AgentRules rules;
    private final DeliveryInfo delivery;
    private final Settings settings;
    private final ChatLinks pages;
    private final ToolAnswers answers;

    StoreInfo(
            KnowledgeBase knowledge,
            AgentRules rules,
            DeliveryInfo delivery,
            Settings settings,
            ChatLinks pages,
            ToolAnswers answers) {
        this.knowledge = knowledge;
        this.rules = rules;
        this.delivery = delivery;
        this.settings = settings;
        this.pages = pages;
        this.answers = answers;
    }

    /** What is asked for. */
    record InfoQuestion(
            KnowledgeTopic topic,
            @Nullable String province,
            @Nullable String area) {}

    @Transactional(readOnly = true)
    public ToolOutcome tell(ToolContext context, InfoQuestion question) {
        var told = new LinkedHashMap<String, Object>();
        told.put("topic", question.topic().toString());
        var facts = texts(context, question.topic(), told);
        var more = switch (question.topic()) {
            case DELIVERY -> delivery.tell(context.store(), question, told);
            case HOURS -> hours(context, told);
            case ABOUT -> contact(context.store(), told);
            case RETURNS, PAYMENT, FAQ -> TurnFacts.NONE;
        };
        return answers.told(told, facts.plus(more));
    }

    private TurnFacts texts(ToolContext context, KnowledgeTopic topic, Map<String, Object> told) {
        var known = new Knowledge(knowledge.of(context.store()).about(topic, context.language()))
                .within(MOST_CHARACTERS)
                .texts();
        told.put("texts", known.stream().map(StoreInfo::line).toList());
        var currency = settings.of(context.store()).currency();
        var facts = known.stream()
                .map(text -> facts(TextFacts.of(text.answer(), currency)))
                .reduce(TurnFacts.NONE, TurnFacts::plus);
        return topic.isPolicy()
                ? facts.withPolicies(known.stream().map(KnownText::answer).collect(Collectors.toSet()))
                : facts;
    }

    private static Map<String, String> line(KnownText text) {
        var question = text.question();
        return question == null ? Map.of("text", text.answer()) : Map.of("question", question, "answer", text.answer());
    }

    private static TurnFacts facts(TextFacts found) {
        return new TurnFacts(found.amounts(), found.urls(), found.phones(), Map.of(), Set.of(), Set.of(), false, null);
    }

    private TurnFacts hours(ToolContext context, Map<String, Object> told) {
        var rule = rules.of(context.store(), context.channel());
        var spans = rule.hours().spans();
        if (!spans.isEmpty()) {
            told.put("hours", spans.stream().map(OpenSpan::toString).toList());
            told.put("timeZone", rule.zone().getId());
            told.put("openNow", rule.openAt(context.now()));
        }
        return TurnFacts.NONE;
    }

    private TurnFacts contact(StoreId store, Map<String, Object> told) {
        var contact = pages.contact(store);
        var urls = new HashSet<String>();
        pages.home(store).ifPresent(home -> {
            told.put("page", home);
            urls.add(home);
        });
        var phone = contact.phone();
        if (phone != null) {
            told.put("phone", phone.atHome());
        }
        profiles(contact).forEach((network, url) -> {
            told.put(network, url);
            urls.add(url);
        });
        return new TurnFacts(
                Set.of(), urls, phone == null ? Set.of() : Set.of(phone), Map.of(), Set.of(), Set.of(), false, null);
    }

    private static Map<String, String> profiles(ShopContact contact) {
        var profiles = new HashMap<String, String>();
        contact.profiles().forEach(profile -> profiles.put(profile.network(), profile.url()));
        return profiles;
    }
}
