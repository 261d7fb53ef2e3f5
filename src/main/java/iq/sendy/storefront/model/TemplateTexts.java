package iq.sendy.storefront.model;

import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.StorefrontSettings.Faq;
import iq.sendy.storefront.StorefrontSettings.Policies;
import iq.sendy.storefront.StorefrontTemplate;
import iq.sendy.storefront.Theme;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates in each language, and what of a storefront is still as a template wrote it: only that gives way to the next
 * one, so that nobody's own words are lost.
 */
public final class TemplateTexts {

    private static final String ENGLISH = "en";
    private static final List<String> LANGUAGES = List.of("ar", "ckb", ENGLISH);
    private static final int COMMON_QUESTIONS = 3;

    private final Map<String, List<StorefrontTemplate>> templates = new LinkedHashMap<>();

    public TemplateTexts() {
        for (var language : LANGUAGES) {
            var texts = ResourceBundle.getBundle(
                    "i18n/templates",
                    language.equals(ENGLISH) ? Locale.ROOT : Locale.of(language),
                    Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            templates.put(
                    language,
                    Arrays.stream(Theme.values())
                            .map(theme -> template(theme, texts))
                            .toList());
        }
    }

    private static StorefrontTemplate template(Theme theme, ResourceBundle texts) {
        var own = question(theme.toString() + ".faq", texts);
        var common =
                IntStream.rangeClosed(1, COMMON_QUESTIONS).mapToObj(number -> question("common.faq." + number, texts));
        return new StorefrontTemplate(
                theme,
                texts.getString(theme + ".name"),
                texts.getString(theme + ".description"),
                Stream.concat(Stream.of(own), common).toList(),
                new Policies(
                        texts.getString(theme + ".returns"),
                        texts.getString("common.shipping"),
                        texts.getString("common.privacy")));
    }

    private static Faq question(String key, ResourceBundle texts) {
        return new Faq(texts.getString(key + ".question"), texts.getString(key + ".answer"));
    }

    /** All of them in a language that stores speak. */
    public List<StorefrontTemplate> in(String language) {
        return Objects.requireNonNull(templates.get(language));
    }

    /** The storefront with the template's look, and with its texts where there is none of the store's own. */
    public StorefrontSettings applied(StorefrontTemplate template, StorefrontSettings before) {
        var policies = before.policies();
        var fresh = template.policies();
        return before.dressed(
                template.theme(),
                filled(before.niche(), template.id(), StorefrontTemplate::id),
                filled(before.description(), template.description(), StorefrontTemplate::description),
                before.faqs().isEmpty() || wrote(before.faqs(), StorefrontTemplate::faqs)
                        ? template.faqs()
                        : before.faqs(),
                new Policies(
                        filled(
                                policies.returns(),
                                fresh.returns(),
                                each -> each.policies().returns()),
                        filled(
                                policies.shipping(),
                                fresh.shipping(),
                                each -> each.policies().shipping()),
                        filled(
                                policies.privacy(),
                                fresh.privacy(),
                                each -> each.policies().privacy())));
    }

    private @Nullable String filled(
            @Nullable String own,
            @Nullable String fresh,
            Function<StorefrontTemplate, ? extends @Nullable Object> text) {
        return own == null || wrote(own, text) ? fresh : own;
    }

    private boolean wrote(Object own, Function<StorefrontTemplate, ? extends @Nullable Object> text) {
        return templates.values().stream().flatMap(List::stream).anyMatch(template -> own.equals(text.apply(template)));
    }
}
