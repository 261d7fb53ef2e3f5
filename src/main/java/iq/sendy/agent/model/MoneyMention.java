package iq.sendy.agent.model;

import iq.sendy.kernel.Currency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mention of an amount of money in a text, told from sizes, counts, dates, hours and names by the words around it.
 *
 * @param amounts what it may mean, in minor units; empty where it is no amount of the store's currency
 */
record MoneyMention(Set<Long> amounts) {

    private static final int NEAR = 3;
    private static final long SHORT = 1_000;
    private static final long SMALLEST_NOTE = 250;
    private static final BigDecimal NOTE = BigDecimal.valueOf(SMALLEST_NOTE);
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    MoneyMention {
        amounts = Set.copyOf(amounts);
    }

    /** The amounts that a text names, in their order. */
    static List<MoneyMention> of(List<Lexeme> lexemes, Currency currency) {
        return new Scan(lexemes, currency).mentions();
    }

    private record Scan(List<Lexeme> lexemes, Currency currency) {

        List<MoneyMention> mentions() {
            var quantities = quantities();
            var mentions = new ArrayList<MoneyMention>();
            for (var i = 0; i < quantities.size(); i++) {
                var quantity = quantities.get(i);
                var above = i + 1 < quantities.size() && range(quantity, quantities.get(i + 1));
                var judged = above ? quantities.get(i + 1) : quantity;
                if (isMoney(judged)) {
                    mentions.add(mention(above ? asIn(quantity, judged) : quantity, judged));
                }
            }
            return mentions;
        }

        private List<TextQuantity> quantities() {
            var quantities = new ArrayList<TextQuantity>();
            for (var at = 0; at < lexemes.size(); ) {
                var quantity = TextQuantity.at(lexemes, at);
                if (!quantity.values().isEmpty()) {
                    quantities.add(quantity);
                }
                at = Math.max(at + 1, quantity.end());
            }
            return quantities;
        }

        /** Whether they are the two ends of one: 25-30 thousand, from 25 to 30 thousand, between 25 and 30 thousand. */
        private boolean range(TextQuantity low, TextQuantity high) {
            if (high.start() != low.end() + 1 || low.multiplied()) {
                return false;
            }
            var between = ChatText.at(lexemes, low.end());
            if (between.is("-") || between.is("–")) {
                return between.glued() && ChatText.at(lexemes, high.start()).glued();
            }
            var two = between.word() && List.of("و", "and", "u").contains(between.text());
            return MoneyWords.UNTIL.contains(between.text())
                    || (two && ChatText.isOneOf(ChatText.at(lexemes, low.start() - 1), Set.of("بين", "between")));
        }

        private static TextQuantity asIn(TextQuantity low, TextQuantity high) {
            return high.multiplied() ? low.times(high.multiplier()) : low;
        }

        private MoneyMention mention(TextQuantity quantity, TextQuantity judged) {
            if (foreign(judged)) {
                return new MoneyMention(Set.of());
            }
            var amounts = new HashSet<Long>();
            for (var value : meant(quantity, judged)) {
                var minor = value.movePointRight(currency.decimals()).stripTrailingZeros();
                if (minor.scale() <= 0 && minor.precision() - minor.scale() < 19) {
                    amounts.add(minor.longValueExact());
                }
            }
            return new MoneyMention(amounts);
        }

        private List<BigDecimal> meant(TextQuantity quantity, TextQuantity judged) {
            if (currency != Currency.IQD || judged.multiplied()) {
                return quantity.values();
            }
            return marked(judged) ? List.of(quantity.values().getFirst()) : quantity.inTalk();
        }

        private boolean isMoney(TextQuantity quantity) {
            if (marked(quantity) || foreign(quantity)) {
                return true;
            }
            if (clock(quantity) || counted(quantity) || partOfName(quantity)) {
                return false;
            }
            if (quantity.multiplied()) {
                return quantity.digits() || quantity.end() - quantity.start() > 1 || priced(quantity);
            }
            return quantity.digits() && isMoneyInDigits(quantity);
        }

        private boolean isMoneyInDigits(TextQuantity quantity) {
            if (priced(quantity)) {
                return !quantity.below(currency == Currency.IQD ? SMALLEST_NOTE : 1) || closes(quantity);
            }
            if (labelled(quantity)) {
                return false;
            }
            var typed = lexemes.get(quantity.start()).text();
            if (by(quantity) && (!quantity.below(SMALLEST_NOTE) || closes(quantity))) {
                return true;
            }
            if (WrittenNumber.grouped(typed) || quantity.end() - quantity.start() > 1) {
                return !quantity.below(SHORT);
            }
            var value = quantity.values().getFirst();
            return currency == Currency.IQD
                    ? value.compareTo(LARGE) >= 0
                            || (!quantity.below(SHORT) && value.remainder(NOTE).signum() == 0)
                    : WrittenNumber.cents(typed);
        }

        /** Whether the currency stands beside it. */
        private boolean marked(TextQuantity quantity) {
            return currency == Currency.IQD ? dinars(quantity) : dollars(quantity);
        }

        private boolean foreign(TextQuantity quantity) {
            return currency == Currency.IQD ? dollars(quantity) : dinars(quantity);
        }

        private boolean dinars(TextQuantity quantity) {
            var after = ChatText.at(lexemes, quantity.end());
            return ChatText.isOneOf(after, MoneyWords.DINARS)
                    || (after.word() && after.text().equals("د") && initial(quantity.end() + 1))
                    || MoneyWords.DINARS.contains(
                            ChatText.at(lexemes, quantity.start() - 1).text());
        }

        /** The second letter of dinar in Iraqi, behind a dot or none. */
        private boolean initial(int place) {
            var next = ChatText.at(lexemes, place);
            return next.text().equals("ع")
                    || (next.is(".") && ChatText.at(lexemes, place + 1).text().equals("ع"));
        }

        private boolean dollars(TextQuantity quantity) {
            var before = ChatText.at(lexemes, quantity.start() - 1);
            var after = ChatText.at(lexemes, quantity.end());
            return ChatText.isOneOf(after, MoneyWords.OTHER_MONEY)
                    || MoneyWords.OTHER_MONEY.contains(before.text())
                    || MoneyWords.MONEY_SIGNS.contains(after.text())
                    || MoneyWords.MONEY_SIGNS.contains(before.text());
        }

        /** An hour, a date or a proportion. */
        private boolean clock(TextQuantity quantity) {
            var before = ChatText.at(lexemes, quantity.start() - 1);
            var after = ChatText.at(lexemes, quantity.end());
            return after.is("%")
                    || after.is("٪")
                    || before.is("%")
                    || dated(
                            before,
                            quantity.start() - 2,
                            ChatText.at(lexemes, quantity.start()).glued())
                    || dated(after, quantity.end() + 1, after.glued());
        }

        private boolean dated(Lexeme sign, int other, boolean glued) {
            return glued
                    && (sign.is(":") || sign.is("/"))
                    && ChatText.at(lexemes, other).number();
        }

        private boolean counted(TextQuantity quantity) {
            var after = ChatText.at(lexemes, quantity.end());
            return (after.word() && MoneyWords.UNITS.contains(after.text()))
                    || (quantity.below(SHORT)
                            && (after.is("×") || after.is("*") || after.text().equals("x")));
        }

        /** A13, 13pro and 077, but not 25k, nor what is written together in Arabic. */
        private boolean partOfName(TextQuantity quantity) {
            var before = ChatText.at(lexemes, quantity.start() - 1);
            var first = ChatText.at(lexemes, quantity.start());
            var after = ChatText.at(lexemes, quantity.end());
            var typed = first.text();
            return (typed.length() > 1 && typed.charAt(0) == '0' && ChatText.digit(typed.charAt(1)))
                    || (before.latin() && first.number() && first.glued())
                    || (after.latin() && after.glued())
                    || (before.is("-")
                            && before.glued()
                            && first.glued()
                            && ChatText.at(lexemes, quantity.start() - 2).latin())
                    || screen(quantity);
        }

        /** 4K is a screen. */
        private boolean screen(TextQuantity quantity) {
            var last = ChatText.at(lexemes, quantity.end() - 1);
            var first = ChatText.at(lexemes, quantity.start());
            return last.text().equals("k")
                    && last.glued()
                    && List.of("2", "4", "8").contains(first.text())
                    && !priced(quantity);
        }

        /** Whether a word for a price stands before it in its sentence, with no other number between. */
        private boolean priced(TextQuantity quantity) {
            return before(quantity, MoneyWords.PRICES, NEAR);
        }

        private boolean labelled(TextQuantity quantity) {
            var before = ChatText.at(lexemes, quantity.start() - 1);
            return before.is("#") || before(quantity, MoneyWords.LABELS, 2);
        }

        private boolean before(TextQuantity quantity, Set<String> words, int near) {
            for (var at = quantity.start() - 1; at >= quantity.start() - near; at--) {
                var lexeme = ChatText.at(lexemes, at);
                if (lexeme.number() || lexeme.ends()) {
                    return false;
                }
                if (ChatText.isOneOf(lexeme, words)) {
                    return true;
                }
            }
            return false;
        }

        /** The Arabic preposition of a price, alone or written together with the number. */
        private boolean by(TextQuantity quantity) {
            var before = ChatText.at(lexemes, quantity.start() - 1).text();
            return before.equals("ب") || before.equals("وب") || before.equals("ابو");
        }

        /** Whether no noun follows that it counts. */
        private boolean closes(TextQuantity quantity) {
            var after = ChatText.at(lexemes, quantity.end());
            return !after.word()
                    || MoneyWords.CLOSING.contains(after.text())
                    || (after.text().length() > 2
                            && (after.text().startsWith("و") || after.text().startsWith("لل")));
        }
    }
}
