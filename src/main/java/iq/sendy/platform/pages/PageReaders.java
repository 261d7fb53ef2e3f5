package iq.sendy.platform.pages;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Messages;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who reads a page, for whoever makes it. */
@Component
public class PageReaders {

    private final MessageSource words;
    private final Messages messages;
    private final Clock clock;

    PageReaders(MessageSource words, Messages messages, Clock clock) {
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** The reader who is signed in. */
    public PageReader of(Caller caller, Locale language) {
        return new PageReader(words, messages, language, caller.zone(), caller.currency(), clock.instant());
    }
}
