package iq.sendy.agent;

import iq.sendy.agent.BusinessHours.OpenSpan;
import iq.sendy.agent.Knowledge.KnownText;
import iq.sendy.agent.model.TextFacts;
import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.pricing.DeliveryFees;
import iq.sendy.storefront.ShopContact;
import iq.sendy.storefront.Storefronts;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the shop says about itself: texts of its people, what delivery costs where, its hours and how it is reached. */
@Component
class StoreInfo {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_AREAS = 10;

    private final KnowledgeBase knowledge;
    private final AgentRules rules;
    private final DeliveryFees fees;
    private final Storefronts storefronts;
    private final Settings settings;
    private final Geography geography;
    private final ShopPages pages;
    private final ToolAnswers answers;

    StoreInfo(
            KnowledgeBase knowledge,
            AgentRules rules,
            DeliveryFees fees,
            Storefronts storefronts,
            Settings settings,
            Geography geography,
            ShopPages pages,
            ToolAnswers answers) {
        this.knowledge = knowledge;
        this.rules = rules;
        this.fees = fees;
        this.storefronts = storefronts;
        this.settings = settings;
        this.geography = geography;
        this.pages = pages;
        this.answers = answers;
    }

    /** What is asked for. */
    record InfoQuestion(
            KnowledgeTopic topic, @Nullable String province, @Nullable String area) {}

    @Transactional(readOnly = true)
    public ToolOutcome tell(ToolContext context, InfoQuestion question) {
        var told = new LinkedHashMap<String, Object>();
        told.put("topic", question.topic().toString());
        var facts = texts(context, question.topic(), told);
        var more =
                switch (question.topic()) {
                    case DELIVERY -> delivery(context.store(), question, told);
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
                .map(text -> facts(TextFacts.of(text.answer()), currency))
                .reduce(TurnFacts.NONE, TurnFacts::plus);
        return topic.isPolicy() && !known.isEmpty() ? facts.withPolicy() : facts;
    }

    private static Map<String, String> line(KnownText text) {
        var question = text.question();
        return question == null
                ? Map.of("text", text.answer())
                : Map.of("question", question, "answer", text.answer());
    }

    private static TurnFacts facts(TextFacts found, Currency currency) {
        var amounts = new HashSet<Long>();
        found.numbers().forEach(number -> amounts.add(currency.minor(BigDecimal.valueOf(number))));
        return new TurnFacts(amounts, found.urls(), found.phones(), Set.of(), Set.of(), false, false, null);
    }

    private TurnFacts delivery(StoreId store, InfoQuestion question, Map<String, Object> told) {
        var chosen = settings.of(store);
        var written = question.province();
        var province = Optional.ofNullable(written).flatMap(geography::provinceNamed);
        if (written != null && province.isEmpty()) {
            told.put("provinceUnknown", true);
        }
        if (province.isEmpty()) {
            told.put("provinces", geography.provinces().stream().map(PlaceLines::province).toList());
            return fees.span(store, chosen, 0).map(span -> fee(chosen, span, told)).orElse(TurnFacts.NONE);
        }
        told.put("province", PlaceLines.province(province.get()));
        told.put("areas", areas(province.get(), question.area()).stream().map(PlaceLines::area).toList());
        return fees.span(store, chosen, 0, province.get())
                .map(span -> fee(chosen, span, told))
                .orElse(TurnFacts.NONE);
    }

    private List<Area> areas(Province province, @Nullable String written) {
        return written == null
                ? List.of()
                : geography.areasNamed(province, written).stream().limit(MOST_AREAS).toList();
    }

    /** Of the smallest order; from some value on it may cost nothing. */
    private static TurnFacts fee(StoreSettings chosen, DeliveryFeeSpan span, Map<String, Object> told) {
        var currency = chosen.currency();
        var amounts = new HashSet<>(List.of(span.least(), span.most()));
        if (span.single()) {
            told.put("deliveryFee", currency.onWire(span.least()));
        } else {
            told.put("deliveryFeeFrom", currency.onWire(span.least()));
            told.put("deliveryFeeTo", currency.onWire(span.most()));
        }
        told.put("currency", currency.name());
        var freeFrom = span.freeFrom();
        if (freeFrom != null) {
            told.put("freeFromOrderValue", currency.onWire(freeFrom));
            amounts.add(freeFrom);
        }
        var free = freeFrom != null || span.least() == 0;
        return new TurnFacts(amounts, Set.of(), Set.of(), Set.of(), Set.of(), false, free, null);
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
        var view = storefronts.find(store);
        var contact = view.face().contact();
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
                Set.of(), urls, phone == null ? Set.of() : Set.of(phone), Set.of(), Set.of(), false, false, null);
    }

    private static Map<String, String> profiles(ShopContact contact) {
        var profiles = new HashMap<String, String>();
        contact.profiles().forEach(profile -> profiles.put(profile.network(), profile.url()));
        return profiles;
    }
}
