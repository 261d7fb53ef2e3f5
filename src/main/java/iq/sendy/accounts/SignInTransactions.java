package iq.sendy.accounts;

import iq.sendy.accounts.model.Carrier;
import iq.sendy.accounts.model.RefreshToken;
import iq.sendy.accounts.store.MemberStore;
import iq.sendy.accounts.store.SignInStore;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
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

/** The transactions of signing in, each of the member's store. */
@Component
class SignInTransactions {

    private static final String TYPE = "user";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int SECRET = 32;

    private final MemberStore members;
    private final SignInStore signIns;
    private final PermissionLookup permissions;
    private final Stores stores;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInTransactions(
            MemberStore members,
            SignInStore signIns,
            PermissionLookup permissions,
            Stores stores,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.members = members;
        this.signIns = signIns;
        this.permissions = permissions;
        this.stores = stores;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What came of a transaction; the access token is signed afterwards. */
    sealed interface SignInOutcome {

        record Granted(
                StoreId store,
                MemberProfile profile,
                @Nullable StoreView where,
                RefreshToken token) implements SignInOutcome {}

        record Refused() implements SignInOutcome {}

        record Suspended() implements SignInOutcome {}
    }

    /**
     * Somebody whose password was right.
     *
     * @param hash what it was compared with
     */
    record VerifiedMember(StoreId store, UUID member, String hash, String ip) {

        /** Whether they may still sign in, with the password that was compared. */
        private boolean still(MemberStore.StoredMember present) {
            return present.view().active() && present.passwordHash().equals(hash);
        }
    }

    /**
     * A sign-in that failed.
     *
     * @param inARow how many there were, with this one
     * @param refused whether its password was not even looked at
     */
    record FailedSignIn(MemberStore.PhoneOwner owner, String ip, long inARow, boolean refused) {}

    @Transactional(readOnly = true)
    public Optional<MemberStore.PhoneOwner> ownerOf(Phone phone) {
        return members.ownerOf(phone);
    }

    @Transactional(readOnly = true)
    public Optional<MemberStore.StoredMember> member(StoreId store, UUID member) {
        return members.find(store, member);
    }

    /** Whose browser carries this token, if it still holds. */
    @Transactional(readOnly = true)
    public Optional<MemberView> browsing(RefreshToken token) {
        return signIns.browsing(token, clock.instant());
    }

    /** Begins a family for a member whose password was right; refuses if that changed while it was hashed. */
    @Transactional
    public SignInOutcome begin(VerifiedMember verified, @Nullable PasswordHash stronger, Carrier carrier) {
        var store = verified.store();
        var present =
                stronger == null ? members.hold(store, verified.member()) : members.lock(store, verified.member());
        if (present.filter(verified::still).isEmpty()) {
            return new SignInOutcome.Refused();
        }
        var member = present.get().view();
        var where = stores.find(store);
        if (where.filter(StoreView::suspended).isPresent()) {
            return new SignInOutcome.Suspended();
        }
        if (stronger != null) {
            members.update(store, member, stronger, clock.instant());
        }
        var granted = grant(store, member, where.orElse(null), carrier);
        audit.record(store, actor(member, verified.ip()), new Change("user.signed_in", TYPE, member.id(), null, null));
        return granted;
    }

    /** The first family of a member made in the running transaction. */
    SignInOutcome.Granted grant(StoreId store, MemberView member, @Nullable StoreView where) {
        return grant(store, member, where, Carrier.PROGRAM);
    }

    private SignInOutcome.Granted grant(StoreId store, MemberView member, @Nullable StoreView where, Carrier carrier) {
        var token = token(store, uuidGenerator.next());
        var now = clock.instant();
        signIns.insert(member.id(), token, carrier, now, now.plus(LIFE));
        return new SignInOutcome.Granted(store, profile(store, member), where, token);
    }

    private MemberProfile profile(StoreId store, MemberView member) {
        return new MemberProfile(member, permissions.of(store, member));
    }

    /**
     * Takes a token for the next one: one conditional update, so of two who use it at once one gets nothing. Whoever comes
     * with a used token ends the family, for either of the two is a thief; whoever made one up knows its id alone.
     */
    @Transactional
    public SignInOutcome refresh(RefreshToken sent) {
        var store = sent.store();
        var where = stores.find(store);
        if (where.filter(StoreView::suspended).isPresent()) {
            return signIns.knows(sent) ? new SignInOutcome.Suspended() : new SignInOutcome.Refused();
        }
        var now = clock.instant();
        var next = token(store, sent.family());
        var owner = signIns.rotate(sent, next, now, now.plus(LIFE));
        if (owner.isEmpty()) {
            signIns.endIfHad(sent, now);
            return new SignInOutcome.Refused();
        }
        var member = members.find(store, owner.get())
                .map(MemberStore.StoredMember::view)
                .filter(MemberView::active);
        if (member.isEmpty()) {
            signIns.end(store, sent.family(), now);
            return new SignInOutcome.Refused();
        }
        return new SignInOutcome.Granted(store, profile(store, member.get()), where.orElse(null), next);
    }

    /** The lock waits for whoever is just using the token; only the next statement sees that it was used. */
    @Transactional
    public boolean end(RefreshToken sent) {
        signIns.lock(sent);
        signIns.endIfHad(sent, clock.instant());
        return true;
    }

    /** Ends every family of a store. */
    @Transactional
    public boolean endAll(StoreId store) {
        signIns.endAll(store, clock.instant());
        return true;
    }

    /** Tells the store of failed sign-ins with a phone of its people, whatever becomes of the request. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean record(FailedSignIn failed) {
        audit.record(
                failed.owner().store(),
                new Actor("system", null, "Sendy", failed.ip()),
                new Change(
                        "user.sign_in_failed",
                        TYPE,
                        failed.owner().member(),
                        null,
                        Map.of("failures", failed.inARow(), "refused", failed.refused())));
        return true;
    }

    /** Stores the new password, ends every family and begins one anew. */
    @Transactional
    public SignInOutcome changePassword(VerifiedMember verified, PasswordHash next, Carrier carrier) {
        var store = verified.store();
        var present = members.lock(store, verified.member());
        if (present.filter(verified::still).isEmpty()) {
            return new SignInOutcome.Refused();
        }
        var member = present.get().view();
        var now = clock.instant();
        members.update(store, member, next, now);
        signIns.endThoseOf(store, member.id(), now);
        var granted = grant(store, member, stores.find(store).orElse(null), carrier);
        audit.record(
                store,
                actor(member, verified.ip()),
                new Change("user.password_changed", TYPE, member.id(), null, null));
        return granted;
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
