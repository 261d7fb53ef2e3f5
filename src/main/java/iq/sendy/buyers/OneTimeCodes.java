package iq.sendy.buyers;

import iq.sendy.buyers.OneTimeCodeTransactions.NewCode;
import iq.sendy.buyers.store.OneTimeCodeStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes, by which somebody proves that a phone is theirs: of six digits, good for ten minutes, five wrong tries and
 * one use, for one store and one purpose. A wrong try is counted in a transaction of its own, beside requests, since a
 * refused order rolls back all that it did and must not roll back that; the code itself goes with what it was used for.
 */
@Service
public class OneTimeCodes {

    private final OneTimeCodeTransactions transactions;
    private final OneTimeCodeStore codes;
    private final List<CodeSender> senders;
    private final Pipeline pipeline;

    OneTimeCodes(
            OneTimeCodeTransactions transactions, OneTimeCodeStore codes, List<CodeSender> senders, Pipeline pipeline) {
        this.transactions = transactions;
        this.codes = codes;
        this.senders = List.copyOf(senders);
        this.pipeline = pipeline;
    }

    /** Whether codes reach some phones for a store: where they reach none, no page asks for a phone. */
    public boolean serve(StoreId store) {
        return senders.stream().anyMatch(sender -> sender.serves(store));
    }

    /** Whether a code reaches this phone now: nobody is asked for one that cannot come. */
    public boolean reach(StoreId store, Phone phone) {
        return senderTo(store, phone).isPresent();
    }

    /** Sends a code, in the place of the one before, as often as a phone, a network and a shop may have one. */
    @Transactional
    public SendCode.Result send(StoreId store, SendCode command) {
        return senderTo(store, command.phone())
                .map(sender -> send(store, command, sender))
                .orElseGet(SendCode.Result.Unreachable::new);
    }

    private SendCode.Result send(StoreId store, SendCode command, CodeSender sender) {
        return switch (transactions.create(store, command)) {
            case NewCode.TooMany(var delay) -> new SendCode.Result.TooSoon(delay);
            case NewCode.Created(var code) -> {
                sender.send(store, code);
                yield new SendCode.Result.Sent(OneTimeCodeTransactions.LIFE, OneTimeCodeTransactions.PAUSE);
            }
        };
    }

    /**
     * Judges what was typed; a wrong one counts, whatever becomes of the running transaction. To be asked before that locks
     * what others wait for.
     */
    public Optional<ProvenPhone> judge(StoreId store, Phone phone, CodePurpose purpose, String typed) {
        return BackgroundWork.call(() -> transactions.judge(store, phone, purpose, typed));
    }

    /** Uses the code up with the running transaction; false when somebody else did, or another was sent since. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(ProvenPhone proven) {
        var taken = codes.take(proven.store(), proven.code());
        pipeline.send(taken);
        return taken.any();
    }

    /** As {@link #judge} and {@link #take} at once: whether the phone is proved by what was typed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean prove(StoreId store, Phone phone, CodePurpose purpose, String typed) {
        return judge(store, phone, purpose, typed).filter(this::take).isPresent();
    }

    /** Forgets how many codes were sent, where that counts no more. */
    public void deleteEnded() {
        BackgroundWork.run(transactions::deleteEnded);
    }

    private Optional<CodeSender> senderTo(StoreId store, Phone phone) {
        return senders.stream().filter(sender -> sender.reaches(store, phone)).findFirst();
    }
}
