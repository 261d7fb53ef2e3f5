package iq.sendy.dashboard.inbox;

import iq.sendy.kernel.Phone;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.ConversationView.ConversationContact;
import iq.sendy.platform.pages.PageReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What conversations and what was said last in them are called. */
final class InboxNames {

    private static final int TELLING = 4;

    private InboxNames() {}

    /** By their name, else by what else is known of them. */
    static String of(ConversationContact contact, PageReader reader) {
        if (contact.name() != null && !contact.name().isBlank()) {
            return contact.name();
        }
        return phone(contact).map(Phone::atHome).orElseGet(() -> unnamed(contact.externalId(), reader));
    }

    /** The end of the name that the service has for them tells two of them apart. */
    private static String unnamed(@Nullable String external, PageReader reader) {
        var nobody = reader.say("inbox.nobody");
        return external == null || external.length() < TELLING
                ? nobody
                : nobody + " · " + external.substring(external.length() - TELLING);
    }

    /** The phone that was proved to be the contact's. */
    static Optional<Phone> phone(ConversationContact contact) {
        return Optional.ofNullable(contact.phone()).flatMap(Phone::parse);
    }

    /** What a list shows of the newest message. */
    static String said(ConversationView conversation, PageReader reader) {
        var newest = conversation.newest();
        if (newest == null) {
            return "";
        }
        return said(newest.text(), newest.kind().toString(), reader);
    }

    /** A text, or the word for what has none. */
    static String said(@Nullable String text, String kind, PageReader reader) {
        return text == null || text.isBlank() ? reader.say("inbox.kind." + kind) : text;
    }
}
