package iq.sendy.dashboard.money;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form of this room sent. */
record MoneyForm(Map<String, String[]> parameters) {

    MoneyForm {
        parameters = Map.copyOf(parameters);
    }

    <T> Bound<T> bind(Class<T> type, Currency currency) {
        return FormBinder.bind(type, parameters, currency);
    }

    PageForm shown() {
        return PageForm.sent(parameters);
    }

    /** With several boxes of one name as the one text that the API takes. */
    MoneyForm joining(String name) {
        var sent = parameters.get(name);
        if (sent == null) {
            return this;
        }
        var all = new HashMap<>(parameters);
        all.put(
                name,
                new String[] {Stream.of(sent).filter(word -> !word.isEmpty()).collect(Collectors.joining(","))});
        return new MoneyForm(all);
    }

    /**
     * Without a field that says what was shown: a day stands for a moment of it, which stays as it is, and what was chosen
     * once may be gone.
     */
    MoneyForm unlessShown(String name, @Nullable Object shown) {
        var sent = parameters.get(name);
        if (sent == null || shown == null || !sent[sent.length - 1].strip().equals(shown.toString())) {
            return this;
        }
        var rest = new HashMap<>(parameters);
        rest.remove(name);
        return new MoneyForm(rest);
    }

    /** The day of a beginning. */
    static @Nullable LocalDate first(@Nullable Instant from, ZoneId zone) {
        return from == null ? null : LocalDate.ofInstant(from, zone);
    }

    /** The last day before an end. */
    static @Nullable LocalDate last(@Nullable Instant to, ZoneId zone) {
        return to == null ? null : LocalDate.ofInstant(to.minusNanos(1), zone);
    }
}
