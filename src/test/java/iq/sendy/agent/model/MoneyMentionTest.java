package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.Currency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoneyMentionTest {

    @Test
    void amounts_are_told_from_sizes_counts_dates_and_names() throws IOException {
        var wrong = new ArrayList<String>();
        for (var line : table()) {
            var fields = line.split("\t", 3);
            var told = told(fields[2], Currency.valueOf(fields[0]));
            if (!told.equals(expected(fields[1]))) {
                wrong.add(line + " was taken for " + told);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Set<String> told(String text, Currency currency) {
        var told = new TreeSet<String>();
        for (var mention : MoneyMention.of(ChatText.lexemes(text), currency)) {
            if (mention.amounts().isEmpty()) {
                told.add("?");
            }
            mention.amounts().forEach(amount -> told.add(String.valueOf(amount)));
        }
        return told;
    }

    private static Set<String> expected(String amounts) {
        return Stream.of(amounts.split(",", -1))
                .filter(amount -> !amount.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> table() throws IOException {
        try (var in = Objects.requireNonNull(MoneyMentionTest.class.getResourceAsStream("/agent/money.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
