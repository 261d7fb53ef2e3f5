package iq.sendy.agent.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * TextQuantity in a text: digits, number words and thousands that make one number.
 *
 * @param start its first lexeme
 * @param end behind its last one
 * @param values what it may mean, before any thousand that is left out in talk
 * @param digits whether digits are in it
 * @param multiplier what its last word multiplies by; 1 where none does
 */
record TextQuantity(int start, int end, List<BigDecimal> values, boolean digits, BigDecimal multiplier) {

    private static final BigDecimal QUARTER = BigDecimal.valueOf(250);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    TextQuantity {
        values = List.copyOf(values);
    }

    boolean multiplied() {
        return multiplier.compareTo(BigDecimal.ONE) > 0;
    }

    /** The same, every value times as much. */
    TextQuantity times(BigDecimal factor) {
        var products = values.stream().map(value -> value.multiply(factor)).toList();
        return new TextQuantity(start, end, products, digits, factor);
    }

    /** The quantity that begins at a place; one without values where none does. */
    static TextQuantity at(List<Lexeme> lexemes, int start) {
        var reading = new QuantityReader(lexemes, start);
        reading.read();
        return new TextQuantity(start, reading.at, reading.values(), reading.digits, reading.multiplier);
    }

    /** One pass over a phrase: what is read so far in thousands and more, and what waits for its multiplier. */
    private static final class QuantityReader {

        private final List<Lexeme> lexemes;
        private int at;
        private BigDecimal total = BigDecimal.ZERO;
        private List<BigDecimal> waiting = List.of();
        private boolean digits;
        private boolean any;
        private BigDecimal multiplier = BigDecimal.ONE;

        QuantityReader(List<Lexeme> lexemes, int start) {
            this.lexemes = lexemes;
            this.at = start;
        }

        void read() {
            while (step()) {
                any = true;
            }
        }

        List<BigDecimal> values() {
            if (!any) {
                return List.of();
            }
            return waiting.isEmpty()
                    ? List.of(total)
                    : waiting.stream().map(total::add).toList();
        }

        /** Whether one more lexeme, or two with the word between them, belong to it. */
        private boolean step() {
            var next = ChatText.at(lexemes, at);
            if (any && (joins(next) || (next.is("-") && next.glued()))) {
                return behindJoiner();
            }
            // Thousands are followed by nothing but a word that begins with and.
            var open =
                    !any || !multiplied() || !waiting.isEmpty() || next.text().startsWith("و");
            return open && take(next);
        }

        private boolean behindJoiner() {
            at++;
            var taken = take(ChatText.at(lexemes, at));
            at -= taken ? 0 : 1;
            return taken;
        }

        private boolean multiplied() {
            return multiplier.compareTo(BigDecimal.ONE) > 0;
        }

        private boolean take(Lexeme next) {
            return next.number() ? number(next) : next.word() && word(next.text());
        }

        private boolean number(Lexeme next) {
            var joined = joinedByBlank();
            var read = WrittenNumber.values(joined.isEmpty() ? next.text() : joined);
            if (!waiting.isEmpty() || read.isEmpty() || (any && !goesOn(read.getFirst()))) {
                return false;
            }
            waiting = read;
            digits = true;
            at += joined.isEmpty() ? 1 : 2;
            return true;
        }

        /** Twenty-five thousand and five hundred: not and three pieces, and not and thirty thousand. */
        private boolean goesOn(BigDecimal value) {
            var behind = ChatText.at(lexemes, at + 1);
            return multiplied()
                    && value.compareTo(multiplier) < 0
                    && (smaller(behind) || value.remainder(QUARTER).signum() == 0)
                    && !MoneyWords.UNITS.contains(behind.text());
        }

        /** Whether it multiplies by less than the thousand or million before. */
        private boolean smaller(Lexeme behind) {
            return behind.word()
                    && NumberWords.multiplier(behind.text())
                            .filter(times -> times.compareTo(multiplier) < 0)
                            .isPresent();
        }

        /** {@code 25 000} is one number: nobody lists a size of 000 or 250. */
        private String joinedByBlank() {
            var first = ChatText.at(lexemes, at);
            var second = ChatText.at(lexemes, at + 1);
            var plain = ChatText.digit(first.text().charAt(0))
                    && first.text().charAt(0) != '0'
                    && first.text().length() <= 3;
            if (!plain || !second.number() || second.glued()) {
                return "";
            }
            return List.of("000", "250", "500", "750").contains(second.text()) ? first.text() + second.text() : "";
        }

        private boolean word(String word) {
            var times = NumberWords.multiplier(word);
            if (times.isPresent()) {
                return multiply(times.get());
            }
            var twice = NumberWords.twice(word);
            if (twice.isPresent() && waiting.isEmpty()) {
                waiting = List.of(BigDecimal.TWO);
                return multiply(twice.get());
            }
            var value = NumberWords.value(word);
            return value.isPresent() && add(value.get());
        }

        private boolean multiply(BigDecimal times) {
            if (multiplied() && times.compareTo(multiplier) >= 0) {
                return false;
            }
            var factors = waiting.isEmpty() ? List.of(BigDecimal.ONE) : waiting;
            if (factors.size() == 1) {
                total = total.add(factors.getFirst().multiply(times));
                waiting = List.of();
            } else {
                waiting = factors.stream().map(factor -> factor.multiply(times)).toList();
            }
            multiplier = times;
            at++;
            return true;
        }

        private boolean add(BigDecimal value) {
            if (multiplied() && waiting.isEmpty() && value.compareTo(BigDecimal.ONE) < 0) {
                total = total.add(value.multiply(multiplier));
                at++;
                return true;
            }
            var before = waiting.isEmpty() ? BigDecimal.ZERO : waiting.getFirst();
            if (digits && !waiting.isEmpty() && !NumberWords.completes(before, value)) {
                return false;
            }
            waiting = List.of(NumberWords.join(before, value));
            at++;
            return true;
        }

        private static boolean joins(Lexeme lexeme) {
            return lexeme.word() && List.of("و", "u", "and").contains(lexeme.text());
        }
    }

    /** Whether it is small enough that people leave out its thousand. */
    boolean below(long most) {
        return !values.isEmpty() && values.getFirst().compareTo(BigDecimal.valueOf(most)) < 0;
    }

    /** What people here mean by it in whole dinars; below a thousand perhaps thousands, which they leave out. */
    List<BigDecimal> inTalk() {
        var meant = values.getFirst();
        return below(1_000) ? List.of(meant, meant.multiply(THOUSAND)) : List.of(meant);
    }
}
