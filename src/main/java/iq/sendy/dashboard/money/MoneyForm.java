package iq.sendy.dashboard.money;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form of this room sent. */
record MoneyForm(Map<String, String[]> parameters) {

    MoneyForm {
        parameters = Map.copyOf(parameters);
    }

    <T> Bound<T> bind(Class<T> type, Currency currency) {
        return FormBinder.bind(type, parameters, currency);
    }

    /** Of a form of something stored, whose lists are refused where somebody else changed them meanwhile. */
    <T> Bound<T> bind(Class<T> type, Currency currency, PageForm stored) {
        return FormBinder.bind(type, parameters, currency, stored.values());
    }

    PageForm shown() {
        return PageForm.sent(parameters);
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
