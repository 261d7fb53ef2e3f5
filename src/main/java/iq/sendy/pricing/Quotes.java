package iq.sendy.pricing;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.model.CodeWord;
import iq.sendy.pricing.model.PriceCalculation;
import iq.sendy.pricing.store.CodeStore;
import iq.sendy.pricing.store.RuleStore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Price quotation. Who places an order asks for the {@link #terms} in its first trip, has the {@link #answered} terms
 * {@link #price} the basket, and {@linkplain DiscountCodes#use uses} the code in its writing trip: a code that was locked
 * cannot run out in between.
 */
@Service
public class Quotes {

    private final CodeStore codes;
    private final RuleStore rules;
    private final RuleCache ruleCache;

    Quotes(CodeStore codes, RuleStore rules, RuleCache ruleCache) {
        this.codes = codes;
        this.rules = rules;
        this.ruleCache = ruleCache;
    }

    /**
     * What a new order is priced by. The code is locked until the step ends; a step that takes stock too asks this first.
     * Several codes in one step are asked in the order of their words.
     */
    public TermsQuery terms(StoreId store, @Nullable String code, @Nullable Phone phone) {
        return asked(store, code, phone, codes::hold);
    }

    /**
     * As {@link #terms}, for an order that is being changed: the code that it has already is {@code held}, and then it is
     * neither used nor given back again.
     *
     * @param own the word that the order has; the code it stands for may have another by now, and the word another code
     */
    public TermsQuery termsAgain(
            StoreId store, UUID order, @Nullable String code, @Nullable String own, @Nullable Phone phone) {
        return asked(
                store,
                code,
                phone,
                (owner, word) ->
                        word.equals(own) ? codes.holdOwn(owner, word, order) : codes.holdAgain(owner, word, order));
    }

    /** As {@link #terms}, without a lock: for quotes. */
    public TermsQuery preview(StoreId store, @Nullable String code, @Nullable Phone phone) {
        return asked(store, code, phone, codes::look);
    }

    private interface CodeQuery {

        Query<CodeStore.Named> code(StoreId store, String word);
    }

    private TermsQuery asked(StoreId store, @Nullable String code, @Nullable Phone phone, CodeQuery codeQuery) {
        var version = rules.version(store);
        if (code == null) {
            return new TermsQuery(store, version, null, Query.none(), Query.none());
        }
        var word = CodeWord.normal(code);
        Query<Long> uses = phone == null ? Query.none() : codes.usesBy(store, word, phone);
        return new TermsQuery(store, version, word, codeQuery.code(store, word), uses);
    }

    /** The terms of a question that was sent. Rules of a version that is not at hand cost one trip more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Terms answered(TermsQuery sent) {
        return new Terms(ruleCache.of(sent.store(), sent.version()), sent.code());
    }

    /** What a basket costs; a code that does not hold is among what was lost. Asks nobody. */
    public PricedBasket price(Basket basket, Terms terms, Instant now) {
        return PriceCalculation.of(basket, terms, now);
    }
}
