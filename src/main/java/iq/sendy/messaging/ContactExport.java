package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.ContactExportStore;
import iq.sendy.platform.sql.Pipeline;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Export of all that the inbox holds of a contact, for the person who asks what is known of them. */
@Service
public class ContactExport {

    private final ContactExportStore exports;
    private final Conversations conversations;
    private final ObjectProvider<ContactQuotes> quotes;
    private final Pipeline pipeline;

    ContactExport(
            ContactExportStore exports,
            Conversations conversations,
            ObjectProvider<ContactQuotes> quotes,
            Pipeline pipeline) {
        this.exports = exports;
        this.conversations = conversations;
        this.quotes = quotes;
        this.pipeline = pipeline;
    }

    @Transactional(readOnly = true)
    public Optional<ExportedContact> export(StoreId store, UUID contact) {
        var trip = pipeline.open();
        var found = trip.add(exports.contact(store, contact));
        var identities = trip.add(exports.identities(store, contact));
        var ids = trip.add(exports.conversations(store, contact));
        var agents = quotes.getIfAvailable();
        var quoted =
                trip.addIf(agents != null, () -> Objects.requireNonNull(agents).of(store, contact));
        trip.send();
        return found.first()
                .map(exported -> exported.with(
                        identities.answer(),
                        ids.answer().stream()
                                .flatMap(id -> conversations.thread(store, id).stream())
                                .toList(),
                        quoted.answer()));
    }
}
