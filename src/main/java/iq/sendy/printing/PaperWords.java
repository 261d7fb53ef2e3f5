package iq.sendy.printing;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.OrderView;
import iq.sendy.printing.paper.Direction;
import iq.sendy.printing.paper.Printable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands on paper, in the store's language; numbers always in western digits, whatever the machine's language. */
final class PaperWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final String language;
    private final ResourceBundle texts;
    private final Direction direction;

    PaperWords(String language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "i18n/paper",
                language.equals("en") ? Locale.ROOT : Locale.of(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.direction = language.equals("en") ? Direction.LEFT_TO_RIGHT : Direction.RIGHT_TO_LEFT;
    }

    Direction direction() {
        return direction;
    }

    String text(String key) {
        return texts.getString(key);
    }

    /** Governorate and area, in the store's language; empty for an order that goes nowhere. */
    String place(OrderView.Customer customer, Geography geography) {
        var province = Optional.ofNullable(customer.provinceCode())
                .flatMap(geography::province)
                .map(found -> found.names().in(language));
        var area = Optional.ofNullable(customer.areaId())
                .flatMap(geography::area)
                .map(found -> found.names().in(language));
        return Stream.of(province, area).flatMap(Optional::stream).collect(Collectors.joining(" – "));
    }

    /** An amount with its currency: {@code 25,000 IQD}, {@code 25.50 USD}. */
    String money(long minor, Currency currency) {
        return Printable.leftToRight(amount(minor, currency)) + " " + text("currency." + currency);
    }

    static String amount(long minor, Currency currency) {
        var digits = currency.onWire(Math.abs(minor)).toPlainString();
        var point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        var grouped = new StringBuilder(minor < 0 ? "-" : "");
        for (var i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(',');
            }
            grouped.append(whole.charAt(i));
        }
        return grouped.append(point < 0 ? "" : digits.substring(point)).toString();
    }

    /** As people dial and read it out: {@code 0770 123 4567}. */
    static String phone(Phone phone) {
        var national = "0" + phone.value().substring(3);
        return Printable.leftToRight(
                national.substring(0, 4) + " " + national.substring(4, 7) + " " + national.substring(7));
    }

    static String time(Instant instant, ZoneId zone) {
        return Printable.leftToRight(TIME.format(instant.atZone(zone)));
    }

    static String count(long number) {
        return Printable.leftToRight(Long.toString(number));
    }
}
