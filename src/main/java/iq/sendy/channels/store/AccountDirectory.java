package iq.sendy.channels.store;

import iq.sendy.channels.AccountProof;
import iq.sendy.channels.AccountStanding;
import iq.sendy.channels.ChannelOwner;
import iq.sendy.channels.ChannelView;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The directory of accounts at Meta. */
@Component
public class AccountDirectory {

    /**
     * Those that take the deliveries of accounts, of one account the oldest channel first.
     */
    public Query<ChannelOwner> owners(ChannelType type, Collection<String> accountIds) {
        return Query.of("""
                        select store_id, channel_id, external_account_id, standing = 'Proven' as proved, revision
                        from channels.account_owner
                        where channel_type = :type and external_account_id = any (:ids)
                            and (has_own_secret or standing in ('Assumed', 'Proven'))
                        order by external_account_id, channel_id
                        """, AccountDirectory::owner)
                .param("type", type.toString())
                .param("ids", accountIds.toArray(String[]::new));
    }

    private static ChannelOwner owner(ResultSet row, int index) throws SQLException {
        return new ChannelOwner(
                new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))),
                Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                row.getString("external_account_id"),
                row.getBoolean("proved"),
                Objects.requireNonNull(row.getObject("revision", UUID.class)));
    }

    /** All stores that have a channel. */
    public Query<StoreId> stores() {
        return Query.of(
                "select distinct store_id from channels.account_owner order by store_id",
                (row, _) -> new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))));
    }

    /** How a channel stands at its account. */
    public record ChannelProof(UUID channel, AccountProof proof) {}

    /** How channels stand at their accounts. */
    public Query<ChannelProof> proofs(StoreId store, Collection<UUID> channels) {
        return Query.of(
                        """
                        select channel_id, case when has_own_secret then 'OwnSecret' else standing end as standing,
                               case when not has_own_secret then standing_code end as standing_code,
                               case when not has_own_secret then standing_since end as standing_since
                        from channels.account_owner where store_id = :store and channel_id = any (:channels)
                        """,
                        (row, _) -> new ChannelProof(
                                Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                                new AccountProof(
                                        WireWord.of(AccountStanding.class, row.getString("standing")),
                                        row.getString("standing_code"),
                                        Sql.instantOrNull(row, "standing_since"))))
                .param("store", store.value())
                .param("channels", channels.toArray(UUID[]::new));
    }

    /** Whether Meta is to be asked about a channel. */
    public Query<Boolean> isToProve(StoreId store, UUID channel, boolean deploymentHasSecret) {
        return Query.flag("""
                        select true from channels.account_owner
                        where store_id = :store and channel_id = :channel and standing <> 'Proven'
                            and (has_own_secret or :deployment)
                        """)
                .param("store", store.value())
                .param("channel", channel)
                .param("deployment", deploymentHasSecret);
    }

    /** Those that Meta was never asked about, or gave no answer about, or was asked about before that time. */
    public Query<ChannelOwner> unproven(Instant before, boolean deploymentHasSecret) {
        return Query.of("""
                        select store_id, channel_id, external_account_id, false as proved, revision
                        from channels.account_owner
                        where standing <> 'Proven' and (has_own_secret or :deployment)
                            and (standing_since is null or standing_since < :before)
                        order by store_id, channel_id
                        """, AccountDirectory::owner)
                .param("deployment", deploymentHasSecret)
                .param("before", Sql.at(before));
    }

    /** Enters a channel, unless its account has an owner beside whom it may not stand: then there is no row. */
    public Query<Boolean> enter(StoreId store, ChannelView channel, AccountProof proof) {
        return Query.write("""
                        insert into channels.account_owner
                            (channel_type, external_account_id, store_id, channel_id, has_own_secret,
                             standing, standing_code, standing_since)
                        values (:type, :account, :store, :channel, :own, :standing, :code, :since)
                        on conflict do nothing returning true
                        """)
                .param("type", channel.account().type().toString())
                .param("account", channel.account().externalId())
                .param("store", store.value())
                .param("channel", channel.id())
                .param("own", channel.access().ownSecret())
                .param("standing", proof.standing().toString())
                .param("code", proof.code())
                .param("since", Sql.atOrNull(proof.since()));
    }

    /** Takes the place of the account from a channel of another store that has it and could not prove it. */
    public Query<Boolean> displace(StoreId store, ChannelView channel, Instant now) {
        return Query.write("""
                        update channels.account_owner set standing = 'Displaced', standing_code = null, standing_since = :now
                        where channel_type = :type and external_account_id = :account and store_id <> :store
                            and not has_own_secret and standing = 'Unproven'
                        """)
                .param("now", Sql.at(now))
                .param("type", channel.account().type().toString())
                .param("account", channel.account().externalId())
                .param("store", store.value());
    }

    /** How the channel stands from now on; answers whether that is new. */
    public Query<Boolean> note(StoreId store, UUID channel, AccountProof proof) {
        return Query.flag("""
                        with before as (
                            select standing, standing_code from channels.account_owner
                            where store_id = :store and channel_id = :channel
                        )
                        update channels.account_owner as o
                        set standing = case when o.standing = 'Displaced' and :standing = 'Unproven' then o.standing
                                            else :standing end,
                            standing_code = :code, standing_since = :since
                        from before
                        where o.store_id = :store and o.channel_id = :channel
                        returning (before.standing, before.standing_code) is distinct from (o.standing, o.standing_code)
                        """)
                .param("standing", proof.standing().toString())
                .param("code", proof.code())
                .param("since", Sql.atOrNull(proof.since()))
                .param("store", store.value())
                .param("channel", channel);
    }

    /** Whether another channel of the store has the account, or one of another store beside which this one may not stand. */
    public Query<Boolean> taken(StoreId store, ChannelView channel) {
        return Query.flag("""
                        select true from channels.account_owner
                        where channel_type = :type and external_account_id = :account and channel_id <> :channel
                            and (store_id = :store
                                or (not (has_own_secret or :own) and standing <> 'Displaced'))
                        limit 1
                        """)
                .param("type", channel.account().type().toString())
                .param("account", channel.account().externalId())
                .param("channel", channel.id())
                .param("store", store.value())
                .param("own", channel.access().ownSecret());
    }

    /**
     * Where the channel stands now, or by which secret. What was proved of one account says nothing of another, and a secret
     * that is taken off leaves nothing proved that was not before. What was taken meanwhile breaks a key.
     */
    public Query<Boolean> move(StoreId store, ChannelView channel) {
        return Query.write("""
                        update channels.account_owner
                        set standing_code = case when external_account_id = :account then standing_code end,
                            standing_since = case when external_account_id = :account then standing_since end,
                            standing = case when external_account_id <> :account
                                                or (has_own_secret and not :own and standing <> 'Proven') then 'Unproven'
                                            else standing end,
                            external_account_id = :account, has_own_secret = :own, revision = gen_random_uuid()
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
