package iq.sendy.channels.store;

import iq.sendy.channels.ChannelOwner;
import iq.sendy.channels.ChannelView;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The directory of accounts at Meta. */
@Component
public class AccountDirectory {

    /** Of one account the oldest channel first: whoever names it later does not push in before its owner. */
    public Query<ChannelOwner> owners(ChannelType type, Collection<String> accountIds) {
        return Query.of(
                        """
                        select store_id, channel_id, external_account_id, revision from channels.account_owner
                        where channel_type = :type and external_account_id = any (:ids)
                        order by external_account_id, channel_id
                        """,
                        (row, _) -> new ChannelOwner(
                                new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))),
                                Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                                row.getString("external_account_id"),
                                Objects.requireNonNull(row.getObject("revision", UUID.class))))
                .param("type", type.toString())
                .param("ids", accountIds.toArray(String[]::new));
    }

    /** All stores that have a channel. */
    public Query<StoreId> stores() {
        return Query.of(
                "select distinct store_id from channels.account_owner order by store_id",
                (row, _) -> new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))));
    }

    /** Enters a channel, unless its account has an owner beside whom it may not stand: then there is no row. */
    public Query<Boolean> enter(StoreId store, ChannelView channel) {
        return Query.write("""
                        insert into channels.account_owner
                            (channel_type, external_account_id, store_id, channel_id, has_own_secret)
                        values (:type, :account, :store, :channel, :own)
                        on conflict do nothing returning true
                        """)
                .param("type", channel.account().type().toString())
                .param("account", channel.account().externalId())
                .param("store", store.value())
                .param("channel", channel.id())
                .param("own", channel.access().ownSecret());
    }

    /** Whether another channel of the store has the account, or one of another store beside which this one may not stand. */
    public Query<Boolean> taken(StoreId store, ChannelView channel) {
        return Query.flag("""
                        select true from channels.account_owner
                        where channel_type = :type and external_account_id = :account and channel_id <> :channel
                            and (store_id = :store or not (has_own_secret or :own))
                        limit 1
                        """)
                .param("type", channel.account().type().toString())
                .param("account", channel.account().externalId())
                .param("channel", channel.id())
                .param("store", store.value())
                .param("own", channel.access().ownSecret());
    }

    /** Where the channel stands now, or by which secret. What was taken meanwhile breaks a key. */
    public Query<Boolean> move(StoreId store, ChannelView channel) {
        return Query.write("""
                        update channels.account_owner
                        set external_account_id = :account, has_own_secret = :own, revision = gen_random_uuid()
                        where store_id = :store and channel_id = :channel
                        """)
                .param("account", channel.account().externalId())
                .param("own", channel.access().ownSecret())
                .param("store", store.value())
                .param("channel", channel.id());
    }

    public Query<Boolean> leave(StoreId store, UUID channel) {
        return Query.write("delete from channels.account_owner where store_id = :store and channel_id = :channel")
                .param("store", store.value())
                .param("channel", channel);
    }
}
