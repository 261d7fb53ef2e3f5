package iq.sendy.agent.model;

import iq.sendy.agent.GateRule;
import iq.sendy.agent.GateVerdict;
import iq.sendy.agent.ReplyDraft;
import iq.sendy.agent.ShopFacts;
import iq.sendy.agent.TurnFacts;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.InstagramText;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Output gate: what a model wrote is sent only if all that it says of money, addresses, phones and orders is the shop's own or
 * was told by a tool in this turn. It knows no model and trusts none.
 */
public final class ReplyGate {

    private static final int MOST_CHARACTERS = 4_096;
    private static final int MOST_PARTS = 2;
    private static final int REPLIES_LOOKED_AT = 2;
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_BARCODE = 6;

    private final ReplyDraft draft;
    private final TurnFacts facts;
    private final ShopFacts shop;
    private final String text;
    private final String folded;

    private ReplyGate(ReplyDraft draft, TurnFacts facts, ShopFacts shop) {
        this.draft = draft;
        this.facts = facts;
        this.shop = shop;
        this.text = UntrustedText.clean(draft.text(), draft.text().length()).replace("**", "*");
        this.folded = ChatText.fold(text);
    }

    /** Whether a reply may be sent, and as which messages; if not, the first rule that it breaks. */
    public static GateVerdict judge(ReplyDraft draft, TurnFacts facts, ShopFacts shop) {
        var gate = new ReplyGate(draft, facts, shop);
        var broken = gate.shape().or(gate::contents);
        if (broken.isPresent()) {
            return new GateVerdict.Failed(broken.get());
        }
        return new GateVerdict.Passed(gate.parts());
    }

    private List<String> parts() {
        return draft.channel() == ChannelType.INSTAGRAM ? InstagramText.parts(text) : List.of(text);
    }

    private Optional<GateRule> shape() {
        if (InputText.blank(text)) {
            return Optional.of(GateRule.EMPTY);
        }
        if (text.length() > MOST_CHARACTERS || parts().size() > MOST_PARTS) {
            return Optional.of(GateRule.LENGTH);
        }
        return repeated() ? Optional.of(GateRule.REPEATED) : Optional.empty();
    }

    private boolean repeated() {
        var last = draft.lastReplies();
        var said = ReplySecrets.letters(text);
        return !said.isEmpty()
                && last.subList(Math.max(0, last.size() - REPLIES_LOOKED_AT), last.size()).stream()
                        .anyMatch(reply -> ReplySecrets.letters(reply).equals(said));
    }

    private Optional<GateRule> contents() {
        var addresses = ReplyAddresses.read(folded, shop, folded(facts.urls()));
        var bare = withoutNames(addresses.rest());
        if (ReplySecrets.shown(folded, bare)) {
            return Optional.of(GateRule.INTERNALS);
        }
        if (addresses.anyForeign()) {
            return Optional.of(GateRule.URL);
        }
        if (ReplyReferences.foreignId(bare, Set.of())) {
            return Optional.of(GateRule.ORDER_REFERENCE);
        }
        var phones = ReplyPhones.read(bare, phones());
        return phones.anyForeign() ? Optional.of(GateRule.PHONE) : words(phones.rest());
    }

    private Optional<GateRule> words(String rest) {
        var orders = ReplyReferences.numbers(ChatText.lex(rest), orders());
        if (orders.anyForeign()) {
            return Optional.of(GateRule.ORDER_REFERENCE);
        }
        if (!allTold(MoneyMention.of(orders.rest(), shop.currency()))) {
            return Optional.of(GateRule.MONEY);
        }
        var told = orders.rest();
        if (OrderClaims.untrue(told, facts)
                || PromiseWords.promised(told, PromiseWords.made(policies()), freeDelivery())) {
            return Optional.of(GateRule.PROMISE);
        }
        return ReplyScript.fits(ChatText.withoutAddresses(text), draft.language())
                ? Optional.empty()
                : Optional.of(GateRule.LANGUAGE);
    }

    private boolean allTold(List<MoneyMention> mentions) {
        var told = amounts();
        return mentions.stream().allMatch(mention -> mention.amounts().stream().anyMatch(told::contains));
    }

    private Set<Long> amounts() {
        var told = new HashSet<>(facts.amounts());
        if (facts.quote() != null) {
            var money = facts.quote().money();
            told.addAll(List.of(money.subTotal(), money.discountTotal(), money.deliveryFee(), money.total()));
            facts.quote().items().forEach(item -> told.addAll(List.of(item.unitPrice(), item.lineTotal())));
        }
        if (freeDelivery()) {
            told.add(0L);
        }
        return told;
    }

    /** What the shop's people wrote of delivery, returns and payment, as far as it was told. */
    private List<Lexeme> policies() {
        return Stream.concat(facts.policies().stream(), Stream.ofNullable(shop.policy()))
                .map(ChatText::lexemes)
                .flatMap(policy -> Stream.concat(policy.stream(), Stream.of(Lexeme.BREAK)))
                .toList();
    }

    private boolean freeDelivery() {
        return facts.freeDelivery()
                || (facts.quote() != null && facts.quote().money().deliveryFee() == 0);
    }

    private Set<Phone> phones() {
        var known = new HashSet<>(facts.phones());
        known.addAll(shop.phones());
        return known;
    }

    private Set<String> orders() {
        return facts.orders().keySet().stream()
                .map(order -> ChatText.fold(order).replace("#", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> folded(Set<String> texts) {
        return texts.stream().map(ChatText::fold).collect(Collectors.toSet());
    }

    /** Without the names that tools told: a model's number is no amount, and a long code no key. */
    private String withoutNames(String whole) {
        var rest = whole;
        // The longest first: a name may begin as another does.
        for (var name : names().sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            rest = without(rest, name);
        }
        for (var order : folded(facts.orders().keySet())) {
            rest = order.chars().allMatch(ChatText::digit) ? rest : without(rest, order);
        }
        return rest;
    }

    private Stream<String> names() {
        var told = new HashSet<>(facts.skus());
        if (facts.quote() != null) {
            facts.quote().items().forEach(item -> told.add(item.name()));
        }
        return folded(told).stream().filter(ReplyGate::isName);
    }

    /** A few digits are no name: they could be a price. */
    private static boolean isName(String name) {
        var digits = name.chars().allMatch(ChatText::digit);
        return name.length() >= (digits ? SHORTEST_BARCODE : SHORTEST_NAME);
    }

    private static String without(String whole, String name) {
        var rest = new StringBuilder(whole);
        for (var at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
            var end = at + name.length();
            var alone = (at == 0 || !Character.isLetterOrDigit(rest.charAt(at - 1)))
                    && (end == rest.length() || !Character.isLetterOrDigit(rest.charAt(end)));
            if (alone) {
                rest.replace(at, end, "¤");
            }
        }
        return rest.toString();
    }
}
