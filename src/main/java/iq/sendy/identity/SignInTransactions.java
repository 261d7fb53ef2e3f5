package iq.sendy.identity;

import iq.sendy.identity.model.Carrier;
import iq.sendy.identity.model.RefreshToken;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.identity.store.SignInStore;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of signing in that touch the database, each in one transaction of the member's store. */
@Component
class SignInTransactions {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final int SECRET = 32;

    private final MemberStore members;
    private final SignInStore signIns;
    private final Stores stores;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInTransactions(
            MemberStore members,
            SignInStore signIns,
            Stores stores,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.members = members;
        this.signIns = signIns;
        this.stores = stores;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What came of a step; the access token is signed afterwards. */
    sealed interface Came {

        record In(
                StoreId store,
                MemberStore.Kept member,
                @Nullable StoreView where,
                RefreshToken token) implements Came {}

        record Refused() implements Came {}

        record Suspended() implements Came {}
    }

    @Transactional(readOnly = true)
    public Optional<MemberStore.Login> login(Phone phone) {
        return members.login(phone);
    }

    @Transactional(readOnly = true)
    public Optional<MemberStore.Kept> member(StoreId store, UUID member) {
        return members.find(store, member);
    }

    /** Begins a family for a member whose password was right; refuses if that changed while it was hashed. */
    @Transactional
    public Came begin(
            StoreId store, UUID member, String verifiedHash, @Nullable String betterHash, String ip, Carrier carrier) {
        var kept = betterHash == null ? members.hold(store, member) : members.lock(store, member);
        if (kept.isEmpty()
                || !kept.get().view().active()
                || !kept.get().passwordHash().equals(verifiedHash)) {
            return new Came.Refused();
        }
        var where = stores.find(store);
        if (where.filter(StoreView::suspended).isPresent()) {
            return new Came.Suspended();
        }
        if (betterHash != null) {
            members.update(store, kept.get().view(), betterHash, kept.get().version(), clock.instant());
        }
        var token = begin(store, member, carrier);
        audit.record(
                store, actor(kept.get().view(), ip), new Audit.Change("user.signed_in", "user", member, null, null));
        return new Came.In(store, kept.get(), where.orElse(null), token);
    }

    /** The first family of a member made in the running step. */
    RefreshToken begin(StoreId store, UUID member) {
        return begin(store, member, Carrier.PROGRAM);
    }

    private RefreshToken begin(StoreId store, UUID member, Carrier carrier) {
        var token = token(store, uuidGenerator.next());
        var now = clock.instant();
        signIns.insert(member, token, carrier, now, now.plus(LIFE));
        return token;
    }

    /**
     * Takes a token for the next one: one conditional update, so of two who use it at once one gets nothing. Whoever comes
     * with a used token ends the family, for either of the two is a thief; whoever made one up knows its id alone.
     */
    @Transactional
    public Came refresh(RefreshToken sent) {
        var where = stores.find(sent.store());
        if (where.filter(StoreView::suspended).isPresent()) {
            return signIns.knows(sent) ? new Came.Suspended() : new Came.Refused();
        }
        var now = clock.instant();
        var next = token(sent.store(), sent.family());
        var member = signIns.rotate(sent, next, now, now.plus(LIFE));
        if (member.isEmpty()) {
            signIns.endIfHad(sent, now);
            return new Came.Refused();
        }
        var kept = members.find(sent.store(), member.get());
        if (kept.isEmpty() || !kept.get().view().active()) {
            signIns.end(sent.store(), sent.family(), now);
            return new Came.Refused();
        }
        return new Came.In(sent.store(), kept.get(), where.orElse(null), next);
    }

    /** The lock waits for whoever is just using the token; only the next statement sees that it was used. */
    @Transactional
    public boolean end(RefreshToken sent) {
        signIns.lock(sent);
        signIns.endIfHad(sent, clock.instant());
        return true;
    }

    /** Tells the store of failed sign-ins with a phone of its people, whatever becomes of the request. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean failed(MemberStore.Login login, String ip, long failures, boolean refused) {
        audit.record(
                login.store(),
                new Actor("system", null, "Sendy", ip),
                new Audit.Change(
                        "user.sign_in_failed",
                        "user",
                        login.member(),
                        null,
                        Map.of("failures", failures, "refused", refused)));
        return true;
    }

    /** Stores the new password, ends every family and begins one anew. */
    @Transactional
    public Came change(StoreId store, UUID member, String verifiedHash, String newHash, String ip) {
        var kept = members.lock(store, member);
        if (kept.isEmpty()
                || !kept.get().view().active()
                || !kept.get().passwordHash().equals(verifiedHash)) {
            return new Came.Refused();
        }
        var now = clock.instant();
        members.update(store, kept.get().view(), newHash, kept.get().version(), now);
        signIns.endThoseOf(store, member, now);
        var token = begin(store, member);
        audit.record(
                store,
                actor(kept.get().view(), ip),
                new Audit.Change("user.password_changed", "user", member, null, null));
        return new Came.In(store, kept.get(), stores.find(store).orElse(null), token);
    }

    private RefreshToken token(StoreId store, UUID family) {
        var secret = new byte[SECRET];
        random.nextBytes(secret);
        return new RefreshToken(store, family, Bytes.of(secret));
    }

    private static Actor actor(MemberView member, String ip) {
        return new Actor("user", member.id(), member.fullName(), ip);
    }
}
