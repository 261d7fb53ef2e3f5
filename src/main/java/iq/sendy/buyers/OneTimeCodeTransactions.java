package iq.sendy.buyers;

import iq.sendy.buyers.model.CodeAllowance;
import iq.sendy.buyers.model.CodeAllowance.Count;
import iq.sendy.buyers.store.CodeCountStore;
import iq.sendy.buyers.store.OneTimeCodeStore;
import iq.sendy.buyers.store.OneTimeCodeStore.CodeOwner;
import iq.sendy.buyers.store.OneTimeCodeStore.KeptCode;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.Pipeline;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of {@link OneTimeCodes}. */
@Component
class OneTimeCodeTransactions {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int MOST_WRONG = 5;
    private static final int DIGITS = 6;
    private static final int BOUND = 1_000_000;

    private final OneTimeCodeStore codes;
    private final CodeCountStore counts;
    private final CodeAllowances allowances;
    private final Digests digests;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodeTransactions(
            OneTimeCodeStore codes,
            CodeCountStore counts,
            CodeAllowances allowances,
            Digests digests,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.codes = codes;
        this.counts = counts;
        this.allowances = allowances;
        this.digests = digests;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What comes of asking for a code. */
    sealed interface NewCode {

        record Created(OneTimeCode code) implements NewCode {}

        record TooMany(Duration delay) implements NewCode {}
    }

    /** The counts are held while they are compared, so of many that come at once one gets the last code. */
    @Transactional(propagation = Propagation.MANDATORY)
    public NewCode create(StoreId store, SendCode command) {
        var now = clock.instant();
        var limits = allowances.of(store, command);
        var held = counts.lock(limits.stream().map(CodeAllowance::subject).toList(), now);
        pipeline.send(held);
        var found = new HashMap<String, Count>();
        held.answer().forEach(count -> found.put(count.subject(), count.count()));
        var delay = limits.stream()
                .map(limit -> limit.delay(Objects.requireNonNull(found.get(limit.subject())), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (!delay.isZero()) {
            return new NewCode.TooMany(delay);
        }
        limits.forEach(limit -> found.compute(limit.subject(), (_, count) -> limit.after(count, now)));
        var code = new OneTimeCode(
                command.phone(),
                command.purpose(),
                String.format(Locale.ROOT, "%06d", random.nextInt(BOUND)),
                now.plus(LIFE));
        var kept =
                new KeptCode(uuidGenerator.next(), digest(store, command.phone(), command.purpose(), code.digits()), 0);
        pipeline.send(
                counts.update(found),
                codes.sweep(store, now),
                codes.save(owner(store, command.phone(), command.purpose()), kept, now, code.expiresAt()));
        return new NewCode.Created(code);
    }

    /** Those who try at once come one after the other, so of a code five wrong ones are judged and no more. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<ProvenPhone> judge(StoreId store, Phone phone, CodePurpose purpose, String typed) {
        var digits = Digits.toAscii(typed.strip());
        if (digits.length() != DIGITS) {
            return Optional.empty();
        }
        var held = codes.lock(owner(store, phone, purpose), clock.instant(), MOST_WRONG);
        pipeline.send(held);
        if (!held.any()) {
            return Optional.empty();
        }
        var kept = held.single();
        if (kept.digest().equals(digest(store, phone, purpose, digits))) {
            return Optional.of(new ProvenPhone(store, phone, kept.id()));
        }
        pipeline.send(codes.countWrong(store, kept.id()));
        return Optional.empty();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void deleteEnded() {
        pipeline.send(counts.deleteEnded(clock.instant()));
    }

    private CodeOwner owner(StoreId store, Phone phone, CodePurpose purpose) {
        return new CodeOwner(
                store, Bytes.of(digests.of("buyers.one_time_code|phone", phone.value())), purpose.toString());
    }

    private Bytes digest(StoreId store, Phone phone, CodePurpose purpose, String digits) {
        return Bytes.of(
                digests.of("buyers.one_time_code|code", store + "|" + phone.value() + "|" + purpose + "|" + digits));
    }
}
