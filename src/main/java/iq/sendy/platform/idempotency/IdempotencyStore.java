package iq.sendy.platform.idempotency;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.RequestKey;
import iq.sendy.platform.sealing.SecretBox;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.tenancy.CurrentTenant;
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
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Idempotency store. One {@code Idempotency-Key}, one effect. The key's row is inserted by the transaction that does
 * the work and holds its answer, sealed; after a crash there is neither key nor effect, and after the commit a repeat
 * gets the same bytes.
 */
@Component
public class IdempotencyStore {

    public static final String HEADER = "Idempotency-Key";

    /** How long an answer is kept, as PostgreSQL reads it. */
    static final String KEPT = "72 hours";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private final Pipeline pipeline;
    private final BeforeCommit beforeCommit;
    private final RepeatMeters meters;
    private final SecretBox box;
    private final Clock clock;
    private final AnswerWriter writer;
    private final TransactionTemplate lookAgain;

    IdempotencyStore(
            Pipeline pipeline,
            BeforeCommit beforeCommit,
            RepeatMeters meters,
            SecretBox box,
            Clock clock,
            AnswerWriter writer,
            PlatformTransactionManager transactions) {
        this.pipeline = pipeline;
        this.beforeCommit = beforeCommit;
        this.meters = meters;
        this.box = box;
        this.clock = clock;
        this.writer = writer;
        this.lookAgain = new TransactionTemplate(transactions);
    }

    /** A key with everything it is compared by. */
    public record IdempotentRequest(StoreId store, String credential, String key, Bytes fingerprint, Locale language) {
        public RequestKey requestKey() {
            return new RequestKey(IdempotencyScope.digest(this), fingerprint);
        }
    }

    /**
     * What a repeat says of its bytes.
     *
     * @param language the tag for {@code Content-Language}; null where an older version kept the answer
     */
    public record Head(String contentType, @Nullable String language) {}

    /** What came of claiming a key; the refusals (409 running, 422 other body) are thrown. */
    public sealed interface KeyClaim {

        /** The running transaction owns the key. */
        record Ours() implements KeyClaim {}

        /** The work was done before: these bytes are the answer. */
        record Replay(int status, Head head, Bytes body) implements KeyClaim {}
    }

    /**
     * The key of a request whose answer is kept; null when there is none, or the operation keeps none.
     *
     * @throws RequestRejected 400 when it cannot be a key
     */
    public @Nullable String keyOf(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        if (key == null) {
            return null;
        }
        if (!PRINTABLE.matcher(key).matches() || key.isBlank()) {
            throw new RequestRejected(HttpStatus.BAD_REQUEST, Violation.at(HEADER, "idempotency.key_invalid"));
        }
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod operation
                        && keeps(operation)
                ? key
                : null;
    }

    /** Whether the answers of an operation are kept. Who was let in once may have been sent away since. */
    public static boolean keeps(HandlerMethod operation) {
        var controller = AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), PublicController.class);
        return controller == null || !controller.holdsCredentials();
    }

    /** Reads the key and fingerprints the request: method, route, path values, query and body, each led by its length. */
    public IdempotentRequest read(HttpServletRequest request, @Nullable Caller caller) {
        var key = Objects.requireNonNull(keyOf(request));
        var store = caller == null ? CurrentTenant.CURRENT.get() : caller.store();
        return new IdempotentRequest(
                store,
                IdempotencyScope.of(request),
                key,
                IdempotencyScope.fingerprint(request),
                writer.language(request));
    }

    private record StoredAnswerRow(
            boolean got,
            boolean inserted,
            @Nullable Bytes fingerprint,
            @Nullable Integer status,
            Head head,
            @Nullable Bytes body) {}

    /** Claims the key for the running transaction, in one trip. */
    public KeyClaim claim(IdempotentRequest idempotentRequest) {
        var storedAnswerRow = ask(idempotentRequest);
        if (storedAnswerRow.got() && !storedAnswerRow.inserted() && storedAnswerRow.fingerprint() == null) {
            // The first request committed just after our statement began: the next statement sees its row.
            storedAnswerRow = ask(idempotentRequest);
        }
        if (storedAnswerRow.inserted()) {
            return new KeyClaim.Ours();
        }
        var fingerprint = storedAnswerRow.fingerprint();
        var status = storedAnswerRow.status();
        var body = storedAnswerRow.body();
        if (fingerprint == null || status == null || body == null) {
            meters.running();
            throw new RequestRejected(
                    HttpStatus.CONFLICT,
                    List.of(Violation.at(HEADER, "idempotency.in_progress")),
                    Map.of(HttpHeaders.RETRY_AFTER, "1"));
        }
        if (!fingerprint.equals(idempotentRequest.fingerprint())) {
            meters.mismatched();
            throw new RequestRejected(HttpStatus.UNPROCESSABLE_CONTENT, Violation.at(HEADER, "idempotency.mismatch"));
        }
        meters.replayed();
        return new KeyClaim.Replay(status, storedAnswerRow.head(), opened(idempotentRequest, body.toArray()));
    }

    /** The advisory lock is a courtesy that makes the 409 quick; that there is one effect is the primary key's doing. */
    private StoredAnswerRow ask(IdempotentRequest idempotentRequest) {
        var claim = Query.of(
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
                        (row, _) -> new StoredAnswerRow(
                                row.getBoolean("got"),
                                row.getBoolean("inserted"),
                                bytes(row.getBytes("fingerprint")),
                                (Integer) row.getObject("status"),
                                head(row),
                                bytes(row.getBytes("body"))))
                .param("lock", IdempotencyScope.lock(idempotentRequest))
                .param("store", idempotentRequest.store().value())
                .param("credential", idempotentRequest.credential())
                .param("key", idempotentRequest.key())
                .param("fingerprint", idempotentRequest.fingerprint().toArray())
                .param("now", Sql.at(clock.instant()));
        pipeline.send(claim);
        return claim.single();
    }

    /** Keeps the answer in the last trip before the commit that makes it true. */
    public void keep(IdempotentRequest idempotentRequest, int status, Head head, byte[] body) {
        var sealed = sealed(
                idempotentRequest, body.length > StoredAnswerQuota.LONGEST ? shortForm(idempotentRequest) : body);
        var kept = sealed.length > StoredAnswerQuota.COUNTED
                ? StoredAnswerQuota.counting(sealed, sealed(idempotentRequest, shortForm(idempotentRequest)))
                : StoredAnswerQuota.uncounted(sealed);
        beforeCommit.add(
                BeforeCommit.LockOrder.STORED_ANSWER,
                kept.param("status", status)
                        .param("type", head.contentType())
                        .param("language", head.language())
                        .param("store", idempotentRequest.store().value())
                        .param("credential", idempotentRequest.credential())
                        .param("key", idempotentRequest.key()));
    }

    private byte[] sealed(IdempotentRequest idempotentRequest, byte[] body) {
        return box.seal(idempotentRequest.store(), purpose(idempotentRequest), body);
    }

    private byte[] shortForm(IdempotentRequest idempotentRequest) {
        return writer.bytes(Answer.ok("idempotency.done", null), idempotentRequest.language());
    }

    /** Looks for up to two seconds whether a commit whose answer was lost has happened after all. */
    public Optional<KeyClaim.Replay> afterLostCommit(IdempotentRequest idempotentRequest) {
        for (var attempt = 0; attempt < 10; attempt++) {
            try {
                return CurrentTenant.in(
                        idempotentRequest.store(), () -> lookAgain.execute(_ -> find(idempotentRequest)));
            } catch (DataAccessException | org.springframework.transaction.TransactionException stillDown) {
                LockSupport.parkNanos(200_000_000L);
            }
        }
        return Optional.empty();
    }

    /** Removes answers that nobody can ask for any more, a thousand at most; answers how many. */
    @Transactional
    public long forget(StoreId store) {
        return pipeline.ask(StoredAnswerQuota.forget(store)).single();
    }

    /** Counts anew what a store keeps: an answer that took the place of one from before was counted beside it. */
    @Transactional
    public void recount(StoreId store) {
        pipeline.send(StoredAnswerQuota.lock(store), StoredAnswerQuota.countedAnew(store));
    }

    private Optional<KeyClaim.Replay> find(IdempotentRequest idempotentRequest) {
        var question = Query.of(
                        """
                        select status, content_type, language, body from platform.kept_answer
                        where store_id = :store and credential = :credential and key = :key and status is not null
                        """,
                        (row, _) -> new KeyClaim.Replay(
                                row.getInt("status"), head(row), opened(idempotentRequest, row.getBytes("body"))))
                .param("store", idempotentRequest.store().value())
                .param("credential", idempotentRequest.credential())
                .param("key", idempotentRequest.key());
        pipeline.send(question);
        return question.first();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(Objects.requireNonNullElse(row.getString("content_type"), ""), row.getString("language"));
    }

    private Bytes opened(IdempotentRequest idempotentRequest, byte[] sealed) {
        return Bytes.of(box.open(idempotentRequest.store(), purpose(idempotentRequest), sealed));
    }

    private static @Nullable Bytes bytes(byte @Nullable [] stored) {
        return stored == null ? null : Bytes.of(stored);
    }

    private static String purpose(IdempotentRequest idempotentRequest) {
        return "platform.kept_answer|body|" + idempotentRequest.credential() + "|" + idempotentRequest.key();
    }
}
