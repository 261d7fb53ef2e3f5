package iq.sendy.agent;

import iq.sendy.agent.store.QuoteExportStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ContactQuotes;
import iq.sendy.platform.sql.Query;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Export of quotes, for the person who asks what is known of them. */
@Component
class ExportedQuotes implements ContactQuotes {

    private final QuoteExportStore quotes;

    ExportedQuotes(QuoteExportStore quotes) {
        this.quotes = quotes;
    }

    @Override
    public Query<ExportedQuote> of(StoreId store, UUID contact) {
        return quotes.of(store, contact);
    }
}
