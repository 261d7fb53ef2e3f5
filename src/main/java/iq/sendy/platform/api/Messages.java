package iq.sendy.platform.api;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The texts people read, in English, Arabic and Sorani. Programs go by the code. */
@Component
public class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    /** The JDK's reader takes time by the square of the number of languages, and nobody reads so many. */
    private static final int LONGEST_WISH = 1_000;

    private static final Locale ENGLISH = Locale.ROOT;
    private static final List<Locale> LANGUAGES = List.of(Locale.of("ar"), Locale.of("ckb"));

    /** The language that {@code Accept-Language} prefers among ours; English when it is silent or asks for another. */
    public Locale preferred(String acceptLanguage) {
        return preferred(acceptLanguage, ENGLISH);
    }

    /** The language that {@code Accept-Language} prefers among ours, or the other one. */
    public Locale preferred(String acceptLanguage, Locale otherwise) {
        if (acceptLanguage.length() > LONGEST_WISH) {
            return otherwise;
        }
        try {
            for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getWeight() > 0) {
                    for (var language : LANGUAGES) {
                        var wanted = range.getRange();
                        if (wanted.equals(language.getLanguage()) || wanted.startsWith(language.getLanguage() + "-")) {
                            return language;
                        }
                    }
                    if (range.getRange().startsWith("en")) {
                        return ENGLISH;
                    }
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return otherwise;
        }
        return otherwise;
    }

    /** The tag for {@code Content-Language}. */
    public String tag(Locale language) {
        return language.equals(ENGLISH) ? "en" : language.getLanguage();
    }

    /** The text of a code with its arguments filled in; digits stay as they were given. */
    public String text(String code, Locale language, List<String> arguments) {
        var bundle = ResourceBundle.getBundle(
                "i18n/messages", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        try {
            return new MessageFormat(bundle.getString(code), Locale.ROOT).format(arguments.toArray());
        } catch (MissingResourceException forgotten) {
            // A test holds that there is a text for every code; if it misses one, the code is still what programs go
            // by.
            LOG.error("No text for the code {}", code);
            return code;
        }
    }
}
