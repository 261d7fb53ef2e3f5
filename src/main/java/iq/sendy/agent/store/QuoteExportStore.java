package iq.sendy.agent.store;

import iq.sendy.agent.AgentQuote.QuotedItem;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ContactQuotes.ExportedQuote;
import iq.sendy.messaging.ContactQuotes.ExportedQuoteItem;
import iq.sendy.messaging.ContactQuotes.ExportedQuoteMoney;
import iq.sendy.messaging.ContactQuotes.ExportedRecipient;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Quotes as they are told to the person for whom they were made. */
@Component
public class QuoteExportStore {

    private static final TypeReference<List<QuotedItem>> ITEMS = new TypeReference<>() {};

    private final JsonMapper json;

    QuoteExportStore(JsonMapper json) {
        this.json = json;
    }

    public Query<ExportedQuote> of(StoreId store, UUID contact) {
        return Query.of("""
                        select q.id, q.conversation_id, q.items, q.currency, q.sub_total, q.discount_total, q.delivery_fee,
                               q.total, q.recipient_name, q.phone, q.address, q.province_code, q.area_id, q.state, q.order_id,
                               q.created_at
                        from agent.quote as q
                        where q.store_id = :store and q.contact_id = :contact
                        order by q.created_at, q.id
                        """, this::quote).param("store", store.value()).param("contact", contact);
    }

    private ExportedQuote quote(ResultSet row, int index) throws SQLException {
        var currency = Currency.valueOf(row.getString("currency"));
        return new ExportedQuote(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                items(row.getString("items"), currency),
                new ExportedQuoteMoney(
                        currency,
                        currency.onWire(row.getLong("sub_total")),
                        currency.onWire(row.getLong("discount_total")),
                        currency.onWire(row.getLong("delivery_fee")),
                        currency.onWire(row.getLong("total"))),
                new ExportedRecipient(
                        row.getString("recipient_name"),
                        row.getString("phone"),
                        row.getString("address"),
                        Objects.requireNonNull(row.getString("province_code")),
                        Objects.requireNonNull(row.getObject("area_id", UUID.class))),
                Objects.requireNonNull(row.getString("state")),
                row.getObject("order_id", UUID.class),
                Sql.instant(row, "created_at"));
    }

    private List<ExportedQuoteItem> items(String stored, Currency currency) {
        return json.readValue(stored, ITEMS).stream()
                .map(item -> new ExportedQuoteItem(
                        item.sku(),
                        item.name(),
                        item.quantity(),
                        currency.onWire(item.unitPrice()),
                        currency.onWire(item.lineTotal())))
                .toList();
    }
}
