package iq.sendy.platform.idempotency;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Fault;
import iq.sendy.platform.api.Refused;
import iq.sendy.platform.secrets.SecretBox;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Closing;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.Together;
import iq.sendy.platform.tenancy.StoreScope;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One {@code Idempotency-Key}, one effect. The key's row is inserted by the transaction that does the work and holds its
 * answer, sealed; after a crash there is neither key nor effect, and after the commit a repeat gets the same bytes.
 */
@Component
public class KeptAnswers {

    public static final String HEADER = "Idempotency-Key";

    /** How long an answer is kept, as PostgreSQL reads it. */
    private static final String KEPT = "72 hours";

    /** Signing in is judged anew each time: who was let in once may have been sent away since. */
    private static final String NEVER_KEPT = "/api/v1/auth/";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private final Together together;
    private final Closing closing;
    private final RepeatMeters meters;
    private final SecretBox box;
    private final Clock clock;
    private final AnswerWriter writer;
    private final TransactionTemplate lookAgain;

    KeptAnswers(
            Together together,
            Closing closing,
            RepeatMeters meters,
            SecretBox box,
            Clock clock,
            AnswerWriter writer,
            PlatformTransactionManager transactions) {
        this.together = together;
        this.closing = closing;
        this.meters = meters;
        this.box = box;
        this.clock = clock;
        this.writer = writer;
        this.lookAgain = new TransactionTemplate(transactions);
    }

    /** A key with everything it is compared by. */
    public record Keyed(StoreId store, String credential, String key, Bytes fingerprint, Locale language) {}

    /**
     * What a repeat says of its bytes.
     *
     * @param language the tag for {@code Content-Language}; null where an older version kept the answer
     */
    public record Head(String contentType, @Nullable String language) {}

    /** What came of claiming a key; the refusals (409 running, 422 other body) are thrown. */
    public sealed interface Claim {

        /** The running transaction owns the key. */
        record Ours() implements Claim {}

        /** The work was done before: these bytes are the answer. */
        record Replay(int status, Head head, Bytes body) implements Claim {}
    }

    /**
     * The key of a request whose answer is kept; null when there is none, or the operation keeps none.
     *
     * @throws Refused 400 when it cannot be a key
     */
    public @Nullable String keyOf(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        if (key == null) {
            return null;
        }
        if (!PRINTABLE.matcher(key).matches() || key.isBlank()) {
            throw new Refused(HttpStatus.BAD_REQUEST, Fault.at(HEADER, "idempotency.key_invalid"));
        }
        return keeps(RequestScope.route(request)) ? key : null;
    }

    /** Whether the answers of an operation are kept, by its path. */
    public static boolean keeps(String route) {
        return !route.startsWith(NEVER_KEPT);
    }

    /** Reads the key and fingerprints the request: method, route, path values, query and body, each led by its length. */
    public Keyed read(HttpServletRequest request, @Nullable Caller caller) {
        var key = Objects.requireNonNull(keyOf(request));
        var store = caller == null ? StoreId.PLATFORM : caller.store();
        return new Keyed(
                store, RequestScope.of(request), key, RequestScope.fingerprint(request), writer.language(request));
    }

    private record Row(
            boolean got,
            boolean inserted,
            @Nullable Bytes fingerprint,
            @Nullable Integer status,
            Head head,
            @Nullable Bytes body) {}

    /** Claims the key for the running transaction, in one trip. */
    public Claim claim(Keyed keyed) {
        var row = ask(keyed);
        if (row.got() && !row.inserted() && row.fingerprint() == null) {
            // The first request committed just after our statement began: the next statement sees its row.
            row = ask(keyed);
        }
        if (row.inserted()) {
            return new Claim.Ours();
        }
        var fingerprint = row.fingerprint();
        var status = row.status();
        var body = row.body();
        if (fingerprint == null || status == null || body == null) {
            meters.running();
            throw new Refused(
                    HttpStatus.CONFLICT,
                    List.of(Fault.at(HEADER, "idempotency.in_progress")),
                    Map.of(HttpHeaders.RETRY_AFTER, "1"));
        }
        if (!fingerprint.equals(keyed.fingerprint())) {
            meters.mismatched();
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, Fault.at(HEADER, "idempotency.mismatch"));
        }
        meters.replayed();
        return new Claim.Replay(status, row.head(), opened(keyed, body.toArray()));
    }

    /** The advisory lock is a courtesy that makes the 409 quick; that there is one effect is the primary key's doing. */
    private Row ask(Keyed keyed) {
        var claim = Asked.of(
                        """
                        with mine as materialized (
                            select pg_try_advisory_xact_lock(:lock) as got
                        ), claimed as (
                            insert into platform.kept_answer as k
                                (store_id, credential, key, fingerprint, created_at)
                            select :store, :credential, :key, :fingerprint, :now from mine where got
                            on conflict (store_id, credential, key) do update
                            set fingerprint = excluded.fingerprint, status = null, content_type = null,
                                language = null, body = null, created_at = excluded.created_at
                            where k.store_id = :store and k.created_at < now() - interval '%s'
                            returning 1
                        )
                        select mine.got, exists (select from claimed) as inserted,
                               k.fingerprint, k.status, k.content_type, k.language, k.body
                        from mine left join platform.kept_answer as k
                            on k.store_id = :store and k.credential = :credential and k.key = :key
                        """.formatted(KEPT),
                        (row, _) -> new Row(
                                row.getBoolean("got"),
                                row.getBoolean("inserted"),
                                bytes(row.getBytes("fingerprint")),
                                (Integer) row.getObject("status"),
                                head(row),
                                bytes(row.getBytes("body"))))
                .param("lock", RequestScope.lock(keyed))
                .param("store", keyed.store().value())
                .param("credential", keyed.credential())
                .param("key", keyed.key())
                .param("fingerprint", keyed.fingerprint().toArray())
                .param("now", Sql.at(clock.instant()));
        together.send(claim);
        return claim.single();
    }

    /** Keeps the answer in the last trip before the commit that makes it true. */
    public void keep(Keyed keyed, int status, Head head, byte[] body) {
        var sealed = sealed(keyed, body.length > KeptQuota.LONGEST ? shortForm(keyed) : body);
        var kept = sealed.length > KeptQuota.COUNTED
                ? KeptQuota.counting(sealed, sealed(keyed, shortForm(keyed)))
                : KeptQuota.uncounted(sealed);
        closing.add(
                Closing.Place.KEPT_ANSWER,
                kept.param("status", status)
                        .param("type", head.contentType())
                        .param("language", head.language())
                        .param("store", keyed.store().value())
                        .param("credential", keyed.credential())
                        .param("key", keyed.key()));
    }

    private byte[] sealed(Keyed keyed, byte[] body) {
        return box.seal(keyed.store(), purpose(keyed), body);
    }

    private byte[] shortForm(Keyed keyed) {
        return writer.bytes(Answer.ok("idempotency.done", null), keyed.language());
    }

    /** Looks for up to two seconds whether a commit whose answer was lost has happened after all. */
    public Optional<Claim.Replay> afterLostCommit(Keyed keyed) {
        for (var attempt = 0; attempt < 10; attempt++) {
            try {
                return StoreScope.in(keyed.store(), () -> lookAgain.execute(_ -> find(keyed)));
            } catch (DataAccessException | org.springframework.transaction.TransactionException stillDown) {
                LockSupport.parkNanos(200_000_000L);
            }
        }
        return Optional.empty();
    }

    /** Removes answers that nobody can ask for any more, a thousand at most, and counts the rest; answers how many. */
    @Transactional
    public int forget(StoreId store) {
        var gone = Asked.of("""
                        delete from platform.kept_answer as k using (
                            select credential, key from platform.kept_answer
                            where store_id = :store and created_at < now() - interval '%s'
                            order by created_at limit 1000 for update skip locked
                        ) as old
                        where k.store_id = :store and k.credential = old.credential and k.key = old.key
                        returning 1
                        """.formatted(KEPT), (_, _) -> true).param("store", store.value());
        together.send(gone, KeptQuota.countedAnew(store));
        return gone.answer().size();
    }

    private Optional<Claim.Replay> find(Keyed keyed) {
        var question = Asked.of(
                        """
                        select status, content_type, language, body from platform.kept_answer
                        where store_id = :store and credential = :credential and key = :key and status is not null
                        """,
                        (row, _) ->
                                new Claim.Replay(row.getInt("status"), head(row), opened(keyed, row.getBytes("body"))))
                .param("store", keyed.store().value())
                .param("credential", keyed.credential())
                .param("key", keyed.key());
        together.send(question);
        return question.first();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(Objects.requireNonNullElse(row.getString("content_type"), ""), row.getString("language"));
    }

    private Bytes opened(Keyed keyed, byte[] sealed) {
        return Bytes.of(box.open(keyed.store(), purpose(keyed), sealed));
    }

    private static @Nullable Bytes bytes(byte @Nullable [] stored) {
        return stored == null ? null : Bytes.of(stored);
    }

    private static String purpose(Keyed keyed) {
        return "platform.kept_answer|body|" + keyed.credential() + "|" + keyed.key();
    }
}
