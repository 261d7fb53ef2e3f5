package iq.sendy.platform.pages;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.ShownFields;
import iq.sendy.platform.pages.PageForm.FieldFault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Who reads a page: in which language, by which clock, and in which money. It says things in their way. */
public final class PageReader {

    private static final String FAULT = "fault.";

    private final MessageSource words;
    private final Messages messages;
    private final Locale language;
    private final PageDates dates;
    private final ZoneId zone;
    private final Currency currency;
    private final Instant now;

    PageReader(MessageSource words, Messages messages, Locale language, ZoneId zone, Currency currency, Instant now) {
        this.words = words;
        this.messages = messages;
        this.language = language;
        this.dates = PageDates.in(language, zone);
        this.zone = zone;
        this.currency = currency;
        this.now = now;
    }

    public Locale language() {
        return language;
    }

    public ZoneId zone() {
        return zone;
    }

    public Currency currency() {
        return currency;
    }

    /** The words of a key, with what is filled in. */
    public String say(String key, Object... filling) {
        return Objects.requireNonNull(words.getMessage(key, filling, language));
    }

    /** As {@link #say}; null where the key has no words. */
    public @Nullable String sayIfKnown(String key, Object... filling) {
        return words.getMessage(key, filling, null, language);
    }

    /** The words that a key ends in a name for, as {@code cashier.register.Main}; else the name itself. */
    public String named(String prefix, String name) {
        return Objects.requireNonNullElse(sayIfKnown(prefix + name), name);
    }

    /** An amount without its unit: {@code 25,000}. */
    public String amount(long minor) {
        return currency.shown(minor);
    }

    /** An amount with its unit, as a text: in a page it is {@code ~{dashboard/parts :: money(…)}}. */
    public String money(long minor) {
        return say("shop.money." + currency, amount(minor));
    }

    /** What a field of money begins with, in whole units and read at a glance: {@code 1,250,000}, which is taken as it is shown. */
    public String typed(long minor) {
        return amount(minor);
    }

    /** As {@link #typed(long)}; null for none. */
    public @Nullable String typed(@Nullable Long minor) {
        return minor == null ? null : typed(minor.longValue());
    }

    /** A count, a thousand of which has a comma. */
    public String number(long count) {
        return Currency.IQD.shown(count);
    }

    public String phone(Phone phone) {
        return phone.atHome();
    }

    /** A phone as accounts store it; what is none stays as it is. */
    public String phone(String stored) {
        return Phone.parse(stored).map(Phone::atHome).orElse(stored);
    }

    /** {@code 28 تشرين الثاني 2026}. */
    public String day(Instant at) {
        return dates.day(at);
    }

    public String day(LocalDate date) {
        return dates.day(date.atStartOfDay(zone).toInstant());
    }

    /** {@code 28 تشرين الثاني 2026، 3:40 م}. */
    public String moment(Instant at) {
        return dates.moment(at);
    }

    /** {@code 28 تشرين الثاني، 3:40 م}. */
    public String near(Instant at) {
        return dates.near(at);
    }

    /** {@code 3:40 م}. */
    public String time(Instant at) {
        return dates.time(at);
    }

    /** The day by the store's clock. */
    public LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    public Instant now() {
        return now;
    }

    /** How long ago it is, in the largest unit that it fills; what is to come is no time ago. */
    public String age(Instant since) {
        var age = Duration.between(since, now);
        if (age.toMinutes() < 1) {
            return say("age.now");
        }
        if (age.toHours() < 1) {
            return say("age.minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? say("age.hours", age.toHours()) : say("age.days", age.toDays());
    }

    /**
     * What is wrong, at its fields: in the words of {@code fault.CODE} where pages have some, else those of the API. A field that
     * is empty is told by {@code fault.required.FIELD} what belongs there, since above the form nobody sees which it is.
     */
    public List<FieldFault> faults(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new FieldFault(Objects.requireNonNullElse(violation.field(), ""), fault(violation)))
                .toList();
    }

    /** A form as it was sent, with what is wrong with it in the order of its fields, which is that in which they were sent. */
    public PageForm refused(Map<String, String[]> sent, List<Violation> violations) {
        var fields = List.copyOf(sent.keySet());
        var found = faults(violations).stream()
                .sorted(Comparator.comparing((FieldFault fault) -> !fields.contains(fault.field()))
                        .thenComparingInt(fault -> fields.indexOf(fault.field())))
                .toList();
        return PageForm.sent(ShownFields.told(sent, violations)).withFaults(found);
    }

    /** What is wrong, in words. */
    public String fault(Violation violation) {
        var wanted = wanted(violation);
        var own = wanted == null
                ? sayIfKnown(FAULT + violation.text(), violation.arguments().toArray())
                : wanted;
        return own == null ? messages.text(violation.text(), rooted(language), violation.arguments()) : own;
    }

    /** What belongs into a field that is empty; null where there are no words for it, or others. */
    private @Nullable String wanted(Violation violation) {
        var field = violation.field();
        if (field == null || !violation.text().equals("field.required")) {
            return null;
        }
        return sayIfKnown(FAULT + "required." + field.substring(field.lastIndexOf('.') + 1));
    }

    /** English is what the API answers by default. */
    private static Locale rooted(Locale language) {
        return language.getLanguage().equals("en") ? Locale.ROOT : language;
    }
}
