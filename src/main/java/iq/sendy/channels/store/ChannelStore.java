package iq.sendy.channels.store;

import iq.sendy.billing.AiProvider;
import iq.sendy.channels.ChannelCondition;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.ChannelView.AgentChoice;
import iq.sendy.channels.ChannelView.ChannelAccess;
import iq.sendy.channels.ChannelView.ChannelAccount;
import iq.sendy.channels.ChannelView.ChannelDetails;
import iq.sendy.channels.ChannelView.ChannelTrouble;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.InstagramLogin;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.SoftDeletingGateway;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Channels, without their secrets. */
@Component
public class ChannelStore extends SoftDeletingGateway<ChannelView> {

    private static final Columns<ChannelView> CHANNEL = Columns.of(ChannelView.class, "c")
            .uuid("id", ChannelView::id)
            .text("channel_type", channel -> channel.account().type())
            .time("created_at", ChannelView::createdAt)
            .fixed()
            .text("external_account_id", channel -> channel.account().externalId())
            .text("instagram_login", channel -> channel.account().login())
            .text("display_name", channel -> channel.details().displayName())
            .text("ai_provider_code", channel -> channel.details().agent().provider())
            .text("ai_model_code", channel -> channel.details().agent().model())
            .text("system_prompt_override", channel -> channel.details().agent().systemPromptOverride())
            .bool("is_enabled", channel -> channel.details().enabled())
            .bool("is_agent_enabled", channel -> channel.details().agent().enabled())
            .bool("has_own_secret", channel -> channel.access().ownSecret())
            .time("token_since", channel -> channel.access().tokenSince())
            .time("token_expires_at", channel -> channel.access().tokenExpiresAt())
            .time("webhook_verified_at", channel -> channel.access().webhookVerifiedAt())
            .text("condition", channel -> channel.trouble().condition())
            .text("condition_code", channel -> channel.trouble().code())
            .time("condition_since", channel -> channel.trouble().since())
            .time("updated_at", ChannelView::updatedAt);

    /** Newest first. */
    private static final Keyset<ChannelView> NEWEST = Keyset.newest("c", ChannelView::createdAt, ChannelView::id);

    ChannelStore() {
        super("channels.channel", CHANNEL, NEWEST, ChannelStore::channel);
    }

    /** Notes how a channel is; no row when that was known, so what is well costs one look and no write. */
    public Query<Boolean> note(StoreId store, UUID id, ChannelTrouble trouble) {
        return Query.write("""
                        update channels.channel
                        set condition = :condition, condition_code = :code, condition_since = :since
                        where store_id = :store and id = :id and deleted_at is null
                            and (condition, condition_code) is distinct from (:condition, :code::text)
                        returning true
                        """)
                .param("condition", trouble.condition().toString())
                .param("code", trouble.code())
                .param("since", Sql.atOrNull(trouble.since()))
                .param("store", store.value())
                .param("id", id);
    }

    /** Notes that Meta knows the verify token. */
    public Query<Boolean> proven(StoreId store, UUID id, Instant now) {
        return Query.write("""
                        update channels.channel set webhook_verified_at = :now
                        where store_id = :store and id = :id and deleted_at is null
                        """)
                .param("now", Sql.at(now))
                .param("store", store.value())
                .param("id", id);
    }

    /** Those of a type by which programs may send now. */
    public Query<UUID> sending(StoreId store, ChannelType type) {
        return Query.id("""
                        select id from channels.channel
                        where store_id = :store and channel_type = :type and deleted_at is null and is_enabled
                            and condition = 'Well'
                        """).param("store", store.value()).param("type", type.toString());
    }

    /** Breaks the channels whose tokens have ended. */
    public Query<UUID> expire(StoreId store, Instant now) {
        return Query.id("""
                        update channels.channel
                        set condition = 'AuthBroken', condition_code = null, condition_since = token_expires_at
                        where store_id = :store and deleted_at is null and token_expires_at <= :now
                            and condition <> 'AuthBroken'
                        returning id
                        """).param("store", store.value()).param("now", Sql.at(now));
    }

    /** Those with a token that is older than that and ends before that, or nobody knows when. */
    public Query<UUID> renewable(StoreId store, Instant before, Instant end) {
        return Query.id("""
                        select id from channels.channel
                        where store_id = :store and deleted_at is null and instagram_login = 'Instagram'
                            and condition <> 'AuthBroken' and token_since <= :before
                            and (token_expires_at is null or token_expires_at <= :end)
                        order by id
                        """)
                .param("store", store.value())
                .param("before", Sql.at(before))
                .param("end", Sql.at(end));
    }

    public Query<Boolean> renewed(StoreId store, UUID id, Instant since, Instant end) {
        return Query.write("""
                        update channels.channel
                        set token_since = :since, token_expires_at = :end, updated_at = :since
                        where store_id = :store and id = :id
                        """)
                .param("since", Sql.at(since))
                .param("end", Sql.at(end))
                .param("store", store.value())
                .param("id", id);
    }

    private static ChannelView channel(ResultSet row, int index) throws SQLException {
        var login = row.getString("instagram_login");
        return new ChannelView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new ChannelAccount(
                        WireWord.of(ChannelType.class, row.getString("channel_type")),
                        row.getString("external_account_id"),
                        login == null ? null : WireWord.of(InstagramLogin.class, login)),
                new ChannelDetails(row.getString("display_name"), agent(row), row.getBoolean("is_enabled")),
                new ChannelAccess(
                        row.getBoolean("has_own_secret"),
                        Sql.instant(row, "token_since"),
                        Sql.instantOrNull(row, "token_expires_at"),
                        Sql.instantOrNull(row, "webhook_verified_at")),
                new ChannelTrouble(
                        WireWord.of(ChannelCondition.class, row.getString("condition")),
                        row.getString("condition_code"),
                        Sql.instantOrNull(row, "condition_since")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    private static AgentChoice agent(ResultSet row) throws SQLException {
        return new AgentChoice(
                WireWord.of(AiProvider.class, row.getString("ai_provider_code")),
                row.getString("ai_model_code"),
                row.getString("system_prompt_override"),
                row.getBoolean("is_agent_enabled"));
    }
}
