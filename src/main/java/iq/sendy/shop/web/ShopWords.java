package iq.sendy.shop.web;

import iq.sendy.kernel.Currency;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words of shops with what is filled in, where a template cannot say them. */
@Component
class ShopWords {

    private final MessageSource words;

    ShopWords(MessageSource words) {
        this.words = words;
    }

    String say(Locale language, String key, Object... places) {
        return Objects.requireNonNull(words.getMessage(key, places, language));
    }

    /** An amount with its unit, isolated from what stands around it. */
    String money(Locale language, Currency currency, long amount) {
        return say(language, "shop.money." + currency, currency.shown(amount));
    }
}
