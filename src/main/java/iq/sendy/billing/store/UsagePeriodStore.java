package iq.sendy.billing.store;

import iq.sendy.billing.BillingPeriod;
import iq.sendy.billing.SpendCap;
import iq.sendy.billing.TokenAllowance;
import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.billing.UsagePeriod;
import iq.sendy.billing.UsagePeriod.CapNotices;
import iq.sendy.billing.UsagePeriod.PeriodTerms;
import iq.sendy.billing.model.CapLevel;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Periods with their sums. Who opens or ends one holds the subscription's lock; the keys hold that none is there twice. */
@Component
public class UsagePeriodStore {

    private static final Columns<UsagePeriod> PERIOD = Columns.of(UsagePeriod.class, "p")
            .time("started_at", period -> period.bounds().start())
            .time("ends_at", period -> period.bounds().end())
            .time("month_started_at", period -> period.month().start())
            .time("month_ends_at", period -> period.month().end())
            .uuid("plan_id", period -> period.terms().plan())
            .text("plan_name", period -> period.terms().planName())
            .bigint("price_iqd", period -> period.terms().priceIqd())
            .bigint("included_input_tokens", period -> period.terms().tokens().includedInput())
            .bigint("included_output_tokens", period -> period.terms().tokens().includedOutput())
            .bigint("overage_input_price", period -> period.terms().tokens().overageInputPrice())
            .bigint("overage_output_price", period -> period.terms().tokens().overageOutputPrice());

    private static final String SELECTED =
            PERIOD.selected() + ", p.input_tokens, p.output_tokens, p.near_cap_at, p.at_cap_at";

    /** The period that runs, under its lock. */
    static final String LOCKED = "select p.started_at, p.ends_at from billing.usage_period as p, (select "
            + UsageTime.NOW + " as now) as at"
            + " where p.store_id = :store and p.started_at <= at.now and at.now < p.ends_at for update of p";

    private static final Keyset<UsagePeriod> NEWEST = Keyset.<UsagePeriod>descending()
            .time("p.started_at", period -> period.bounds().start());

    private static final RowMapper<UsagePeriod> ROW = (row, _) -> new UsagePeriod(
            new BillingPeriod(Sql.instant(row, "started_at"), Sql.instant(row, "ends_at")),
            new BillingPeriod(Sql.instant(row, "month_started_at"), Sql.instant(row, "month_ends_at")),
            new PeriodTerms(
                    Objects.requireNonNull(row.getObject("plan_id", UUID.class)),
                    row.getString("plan_name"),
                    row.getLong("price_iqd"),
                    new TokenAllowance(
                            Sql.longOrNull(row, "included_input_tokens"),
                            Sql.longOrNull(row, "included_output_tokens"),
                            row.getLong("overage_input_price"),
                            row.getLong("overage_output_price"))),
            new TokenCount(row.getLong("input_tokens"), row.getLong("output_tokens")),
            new CapNotices(Sql.instantOrNull(row, "near_cap_at"), Sql.instantOrNull(row, "at_cap_at")));

    /** The period that runs, and the cap of its store. */
    public record SpendState(UsagePeriod period, SpendCap cap) {

        public CapLevel level() {
            return CapLevel.of(cap, period.terms().tokens(), period.used());
        }
    }

    /** Newest first. */
    public Listing<UsagePeriod> list(StoreId store) {
        return Listing.select(SELECTED, ROW)
                .from("billing.usage_period as p where p.store_id = :store", NEWEST)
                .param("store", store.value());
    }

    /** The newest ones, newest first. */
    public Query<UsagePeriod> last(StoreId store, int most) {
        return Query.of(
                        "select " + SELECTED + " from billing.usage_period as p where p.store_id = :store"
                                + " order by p.started_at desc limit :most",
                        ROW)
                .param("store", store.value())
                .param("most", most);
    }

    /** The last that had begun by then; no row before anything was used or changed. */
    public Query<UsagePeriod> latest(StoreId store, Instant until) {
        return Query.of(
                        "select " + SELECTED + " from billing.usage_period as p where p.store_id = :store"
                                + " and p.started_at <= :until order by p.started_at desc limit 1",
                        ROW)
                .param("store", store.value())
                .param("until", Sql.at(until));
    }

    public Query<UsagePeriod> all(StoreId store) {
        return Query.of(
                        "select " + SELECTED + " from billing.usage_period as p where p.store_id = :store"
                                + " order by p.started_at",
                        ROW)
                .param("store", store.value());
    }

    /** The database's time, to the millisecond. */
    public Query<Instant> now() {
        return Query.of("select " + UsageTime.NOW + " as now", (row, _) -> Sql.instant(row, "now"))
                .param(UsageTime.REPLAYED, UsageTime.replayed());
    }

    /**
     * When the period began that runs by the database's time; nobody else counts into it, or ends it, until the end of the
     * transaction.
     */
    public Query<Instant> lockRunning(StoreId store) {
        return Query.of(LOCKED, (row, _) -> Sql.instant(row, "started_at"))
                .param("store", store.value())
                .param(UsageTime.REPLAYED, UsageTime.replayed());
    }

    public Query<SpendState> spending(StoreId store) {
        return Query.of(
                        "select " + SELECTED + ", s.spend_cap_iqd, s.spend_cap_tokens from (select " + UsageTime.NOW
                                + " as now) as at join billing.usage_period as p"
                                + " on p.store_id = :store and p.started_at <= at.now and at.now < p.ends_at"
                                + " left join billing.subscription as s on s.store_id = :store",
                        (row, index) -> new SpendState(
                                Objects.requireNonNull(ROW.mapRow(row, index)),
                                new SpendCap(
                                        Sql.longOrNull(row, "spend_cap_iqd"), Sql.longOrNull(row, "spend_cap_tokens"))))
                .param("store", store.value())
                .param(UsageTime.REPLAYED, UsageTime.replayed());
    }

    /** With the sum of what was counted in it already. */
    public Query<Boolean> open(StoreId store, UsagePeriod period) {
        return Query.write("insert into billing.usage_period (store_id, " + PERIOD.names()
                        + ", input_tokens, output_tokens) select :store, " + PERIOD.values()
                        + ", coalesce(sum(e.input_tokens), 0)::bigint, coalesce(sum(e.output_tokens), 0)::bigint"
                        + " from billing.ai_usage_event as e where e.store_id = :store and e.is_billable"
                        + " and e.completed_at >= :start and e.completed_at < :end")
                .param("store", store.value())
                .param("start", Sql.at(period.bounds().start()))
                .param("end", Sql.at(period.bounds().end()))
                .row(PERIOD, period);
    }

    /** Ends it; what was counted later is no more in it. */
    public Query<Boolean> end(StoreId store, Instant started, Instant end) {
        return Query.write("""
                        update billing.usage_period as p
                        set ends_at = :end, input_tokens = counted.input, output_tokens = counted.output
                        from (select coalesce(sum(e.input_tokens), 0)::bigint as input,
                                     coalesce(sum(e.output_tokens), 0)::bigint as output
                              from billing.ai_usage_event as e
                              where e.store_id = :store and e.is_billable
                                and e.completed_at >= :start and e.completed_at < :end) as counted
                        where p.store_id = :store and p.started_at = :start
                        """)
                .param("store", store.value())
                .param("start", Sql.at(started))
                .param("end", Sql.at(end));
    }

    public Query<Boolean> delete(StoreId store, Instant started) {
        return Query.write("delete from billing.usage_period where store_id = :store and started_at = :start")
                .param("store", store.value())
                .param("start", Sql.at(started));
    }

    /** What was said of the cap, of the period that began then. */
    public Query<Boolean> note(StoreId store, Instant started, CapNotices notices) {
        return Query.write("""
                        update billing.usage_period set near_cap_at = :near::timestamptz, at_cap_at = :reached::timestamptz
                        where store_id = :store and started_at = :start
                        """)
                .param("store", store.value())
                .param("start", Sql.at(started))
                .param("near", Sql.atOrNull(notices.nearAt()))
                .param("reached", Sql.atOrNull(notices.reachedAt()));
    }

    /** A new cap is told about anew. */
    public Query<Boolean> forgetNotices(StoreId store, Instant now) {
        return Query.write("""
                        update billing.usage_period set near_cap_at = null, at_cap_at = null
                        where store_id = :store and (near_cap_at is not null or at_cap_at is not null)
                          and ends_at > :now
                        """).param("store", store.value()).param("now", Sql.at(now));
    }

    /** Periods whose tokens are not the sum of their billable events: none, always. */
    public Query<Instant> drifted(StoreId store) {
        return Query.of("""
                        select p.started_at from billing.usage_period as p
                        left join billing.ai_usage_event as e
                          on e.store_id = p.store_id and e.is_billable
                         and e.completed_at >= p.started_at and e.completed_at < p.ends_at
                        where p.store_id = :store
                        group by p.store_id, p.started_at
                        having p.input_tokens <> coalesce(sum(e.input_tokens), 0)
                            or p.output_tokens <> coalesce(sum(e.output_tokens), 0)
                        """, (row, _) -> Sql.instant(row, "started_at")).param("store", store.value());
    }

    /** How many billable events are in no period: none, always. */
    public Query<Long> outside(StoreId store) {
        return Query.number("""
                        select count(*) from billing.ai_usage_event as e
                        where e.store_id = :store and e.is_billable
                          and not exists (select 1 from billing.usage_period as p
                                          where p.store_id = e.store_id
                                            and e.completed_at >= p.started_at and e.completed_at < p.ends_at)
                        """).param("store", store.value());
    }
}
