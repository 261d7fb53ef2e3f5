package iq.sendy.platform.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of pages, each by the name its readers give it. */
public enum PageLanguage {
    ARABIC(Locale.of("ar"), "rtl", "العربية"),
    SORANI(Locale.of("ckb"), "rtl", "کوردی"),
    ENGLISH(Locale.ENGLISH, "ltr", "English");

    private final Locale locale;
    private final String direction;
    private final String ownName;

    PageLanguage(Locale locale, String direction, String ownName) {
        this.locale = locale;
        this.direction = direction;
        this.ownName = ownName;
    }

    static Optional<PageLanguage> of(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    public Locale locale() {
        return locale;
    }

    /** As {@code lang} and {@code Content-Language} say it. */
    public String tag() {
        return locale.getLanguage();
    }

    /** As {@code dir} says it. */
    public String direction() {
        return direction;
    }

    public String ownName() {
        return ownName;
    }
}
