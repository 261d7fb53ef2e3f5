package iq.sendy.agent.store;

import iq.sendy.agent.AgentQuote;
import iq.sendy.agent.AgentQuote.PhoneSource;
import iq.sendy.agent.AgentQuote.QuoteMoney;
import iq.sendy.agent.AgentQuote.QuoteState;
import iq.sendy.agent.AgentQuote.QuoteTalk;
import iq.sendy.agent.AgentQuote.QuotedItem;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ConversationsJoined;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Quotes of the agent. */
@Component
public class QuoteStore {

    private static final TypeReference<List<QuotedItem>> ITEMS = new TypeReference<>() {};

    private final JsonMapper json;
    private final Columns<AgentQuote> columns;

    QuoteStore(JsonMapper json) {
        this.json = json;
        this.columns = Columns.of(AgentQuote.class, "q")
                .uuid("id", AgentQuote::id)
                .uuid("channel_id", quote -> quote.talk().channel())
                .uuid("conversation_id", quote -> quote.talk().conversation())
                .uuid("contact_id", quote -> quote.talk().contact())
                .text("language", quote -> quote.talk().language())
                .json("items", quote -> json.writeValueAsString(quote.items()))
                .text("currency", quote -> quote.money().currency())
                .bigint("sub_total", quote -> quote.money().subTotal())
                .bigint("discount_total", quote -> quote.money().discountTotal())
                .bigint("delivery_fee", quote -> quote.money().deliveryFee())
                .bigint("total", quote -> quote.money().total())
                .text("recipient_name", quote -> quote.recipient().name())
                .text("phone", QuoteStore::phone)
                .text("phone_source", AgentQuote::source)
                .text("address", quote -> quote.recipient().address())
                .text("province_code", quote -> quote.recipient().provinceCode())
                .uuid("area_id", quote -> quote.recipient().areaId())
                .text("state", AgentQuote::state)
                .time("expires_at", AgentQuote::expiresAt);
    }

    /** How many quotes a contact had of late, and how many orders came of them. */
    public record QuoteCount(long lastHour, long lastDay, long ordered) {}

    private static @Nullable String phone(AgentQuote quote) {
        var phone = quote.recipient().phone();
        return phone == null ? null : phone.value();
    }

    public Query<Boolean> insert(StoreId store, UUID job, AgentQuote quote, Instant now) {
        return Query.write("insert into agent.quote (store_id, job_id, created_at, " + columns.names()
                        + ") values (:store, :job, :now, " + columns.values() + ")")
                .param("store", store.value())
                .param("job", job)
                .param("now", Sql.at(now))
                .row(columns, quote);
    }

    /** The quote, against any change until the transaction ends. */
    public Query<AgentQuote> lock(StoreId store, UUID id) {
        return one(store, "q.id = :id for update").param("id", id);
    }

    /** As {@link #lock}, the one of a conversation that may still be confirmed. */
    public Query<AgentQuote> lockOpen(StoreId store, UUID conversation) {
        return one(store, "q.conversation_id = :conversation and q.state = 'Open' for update")
                .param("conversation", conversation);
    }

    /** The same, to be looked at, while it lasts. */
    public Query<AgentQuote> open(StoreId store, UUID conversation, Instant now) {
        return one(store, "q.conversation_id = :conversation and q.state = 'Open' and q.expires_at > :now")
                .param("conversation", conversation)
                .param("now", Sql.at(now));
    }

    private Query<AgentQuote> one(StoreId store, String which) {
        return Query.of(
                        "select " + columns.selected() + " from agent.quote as q where q.store_id = :store and "
                                + which,
                        this::quote)
                .param("store", store.value());
    }

    /** The job whose turn made a quote, which its followers name too. */
    public Query<UUID> job(StoreId store, UUID id) {
        return Query.id("select q.job_id from agent.quote as q where q.store_id = :store and q.id = :id")
                .param("store", store.value())
                .param("id", id);
    }

    public Query<QuoteCount> count(StoreId store, UUID contact, Instant now) {
        return Query.of("""
                        select count(*) filter (where q.created_at > :now::timestamptz - interval '1 hour') as last_hour,
                               count(*) as last_day,
                               count(*) filter (where q.state = 'Ordered') as ordered
                        from agent.quote as q
                        where q.store_id = :store and q.contact_id = :contact
                          and q.created_at > :now::timestamptz - interval '1 day'
                        """, QuoteCount.class)
                .param("store", store.value())
                .param("contact", contact)
                .param("now", Sql.at(now));
    }

    /** An open quote is no more; nothing happens to one that is settled. */
    public Query<Boolean> settle(StoreId store, UUID id, QuoteState state, Instant now) {
        return Query.write("""
                        update agent.quote as q set state = :state, settled_at = :now
                        where q.store_id = :store and q.id = :id and q.state = 'Open'
                        """)
                .param("store", store.value())
                .param("id", id)
                .param("state", state.toString())
                .param("now", Sql.at(now));
    }

    /** It is an order; a row unless it was one before. */
    public Query<Boolean> ordered(StoreId store, UUID id, UUID order, Instant now) {
        return Query.write("""
                        update agent.quote as q set state = 'Ordered', order_id = :order, settled_at = :now
                        where q.store_id = :store and q.id = :id and q.order_id is null
                        returning true
                        """)
                .param("store", store.value())
                .param("id", id)
                .param("order", order)
                .param("now", Sql.at(now));
    }

    /** The order that came of a quote. */
    public Query<UUID> orderOf(StoreId store, UUID id) {
        return Query.id("""
                        select q.order_id from agent.quote as q
                        where q.store_id = :store and q.id = :id and q.order_id is not null
                        """).param("store", store.value()).param("id", id);
    }

    /** The orders of a conversation, the newest first. */
    public Query<UUID> ordersOf(StoreId store, UUID conversation, int most) {
        return Query.id("""
                        select q.order_id from agent.quote as q
                        where q.store_id = :store and q.conversation_id = :conversation and q.order_id is not null
                        order by q.created_at desc, q.id desc limit :most
                        """)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("most", most);
    }

    /** Those of these quotes that are open though their time is over, locked in the order of their ids. */
    public Query<UUID> lockDue(StoreId store, Collection<UUID> quotes, Instant now) {
        return Query.id("""
                        select q.id from agent.quote as q
                        where q.store_id = :store and q.id = any (:quotes) and q.state = 'Open' and q.expires_at <= :now
                        order by q.id for update
                        """)
                .param("store", store.value())
                .param("quotes", quotes.toArray(UUID[]::new))
                .param("now", Sql.at(now));
    }

    /** The open quotes of conversations, locked in the order of their ids. */
    public Query<UUID> lockOpenOf(StoreId store, Collection<UUID> conversations) {
        return Query.id("""
                        select q.id from agent.quote as q
                        where q.store_id = :store and q.conversation_id = any (:conversations) and q.state = 'Open'
                        order by q.id for update
                        """).param("store", store.value()).param("conversations", conversations.toArray(UUID[]::new));
    }

    /** Quotes of a conversation that becomes part of another are that one's; one of both is open at most. */
    public Query<Boolean> move(ConversationsJoined joined) {
        return Query.write("""
                        update agent.quote as q set conversation_id = :kept, contact_id = :contact
                        where q.store_id = :store and q.conversation_id = :gone
                        """)
                .param("store", joined.store().value())
                .param("kept", joined.kept())
                .param("contact", joined.contact())
                .param("gone", joined.gone());
    }

    /** Forgets some of what came to nothing before that. */
    public Query<Boolean> forget(StoreId store, Instant before, int most) {
        return Query.write("""
                        delete from agent.quote where store_id = :store and id = any (array(
                            select q.id from agent.quote as q
                            where q.store_id = :store and q.state <> 'Ordered' and q.state <> 'Open'
                              and q.created_at < :before
                            order by q.created_at limit :most for update skip locked))
                        """)
                .param("store", store.value())
                .param("before", Sql.at(before))
                .param("most", most);
    }

    /** Nothing of the person is left. */
    public Query<Boolean> erase(StoreId store, Collection<UUID> conversations) {
        return Query.write("""
                        update agent.quote as q set recipient_name = null, phone = null, address = null
                        where q.store_id = :store and q.conversation_id = any (:conversations)
                        """)
                .param("store", store.value())
                .param("conversations", conversations.toArray(UUID[]::new));
    }

    private AgentQuote quote(ResultSet row, int index) throws SQLException {
        return new AgentQuote(
                row.getObject("id", UUID.class),
                new QuoteTalk(
                        row.getObject("channel_id", UUID.class),
                        row.getObject("conversation_id", UUID.class),
                        row.getObject("contact_id", UUID.class),
                        WireWord.of(ReplyLanguage.class, row.getString("language"))),
                json.readValue(row.getString("items"), ITEMS),
                new QuoteMoney(
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("sub_total"),
                        row.getLong("discount_total"),
                        row.getLong("delivery_fee"),
                        row.getLong("total")),
                recipient(row),
                WireWord.of(PhoneSource.class, row.getString("phone_source")),
                WireWord.of(QuoteState.class, row.getString("state")),
                Objects.requireNonNull(Sql.instant(row, "expires_at")));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        var phone = row.getString("phone");
        return new Recipient(
                row.getString("recipient_name"),
                phone == null ? null : new Phone(phone),
                row.getString("address"),
                row.getString("province_code"),
                row.getObject("area_id", UUID.class),
                null);
    }
}
