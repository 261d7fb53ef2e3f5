package iq.sendy.messaging;

import iq.sendy.messaging.ContactQuotes.ExportedQuote;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Export of a contact: all that the inbox holds of one person.
 *
 * @param phoneProof how the phone was proved to be theirs; null where there is no phone
 */
public record ExportedContact(
        UUID id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String phoneProof,
        Instant createdAt,
        List<ExportedIdentity> identities,
        List<ConversationThread> conversations,
        List<ExportedQuote> quotes) {

    public ExportedContact {
        identities = List.copyOf(identities);
        conversations = List.copyOf(conversations);
        quotes = List.copyOf(quotes);
    }

    ExportedContact with(List<ExportedIdentity> known, List<ConversationThread> threads, List<ExportedQuote> made) {
        return new ExportedContact(id, name, phone, phoneProof, createdAt, known, threads, made);
    }
}
