package iq.sendy.agent.model;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts in a text of the shop: the amounts, links and phones that its people wrote, which a reply may therefore repeat. What an
 * amount is, the output gate and this one agree on: hours and sizes of a text allow no price.
 *
 * @param amounts in minor units
 */
public record TextFacts(Set<Long> amounts, Set<String> urls, Set<Phone> phones) {

    private static final String HTTPS = "https://";

    public TextFacts {
        amounts = Set.copyOf(amounts);
        urls = Set.copyOf(urls);
        phones = Set.copyOf(phones);
    }

    public static TextFacts of(String text, Currency currency) {
        return new TextFacts(amounts(text, currency), urls(text), new HashSet<>(PhoneInText.all(text)));
    }

    private static Set<Long> amounts(String text, Currency currency) {
        var bare = ReplyPhones.read(ChatText.fold(ChatText.withoutAddresses(text)), Set.of())
                .rest();
        return MoneyMention.of(ChatText.lex(bare), currency).stream()
                .flatMap(mention -> mention.amounts().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> urls(String text) {
        var urls = new HashSet<String>();
        for (var start = text.indexOf(HTTPS); start >= 0; start = text.indexOf(HTTPS, start + 1)) {
            var end = start;
            while (end < text.length() && !InputText.blank(text.codePointAt(end))) {
                end++;
            }
            urls.add(trimmed(text.substring(start, end)));
        }
        return urls;
    }

    private static String trimmed(String url) {
        var end = url.length();
        while (end > 0 && ".,،)]>؛;\"'".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }
}
