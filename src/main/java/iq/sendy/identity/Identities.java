package iq.sendy.identity;

import iq.sendy.identity.model.Carrier;
import iq.sendy.identity.model.Permission;
import iq.sendy.identity.model.Scope;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.tenancy.StoreScope;
import iq.sendy.platform.tenancy.StoreSteps;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who may come in, and what for: owners, staff, operators and keys. Each step's transaction is its own. */
@Service
public class Identities {

    private final Registering registering;
    private final SigningIn signingIn;
    private final Roles roles;
    private final Staffing staffing;
    private final Keys keys;
    private final Overseeing overseeing;
    private final Hashing hashing;
    private final Throttling throttling;
    private final Standings standings;
    private final Stores stores;
    private final StoreSteps steps;
    private final Recognizing recognizing;

    Identities(
            Registering registering,
            SigningIn signingIn,
            Roles roles,
            Staffing staffing,
            Keys keys,
            Overseeing overseeing,
            Hashing hashing,
            Throttling throttling,
            Standings standings,
            Stores stores,
            StoreSteps steps,
            Recognizing recognizing) {
        this.registering = registering;
        this.signingIn = signingIn;
        this.roles = roles;
        this.staffing = staffing;
        this.keys = keys;
        this.overseeing = overseeing;
        this.hashing = hashing;
        this.throttling = throttling;
        this.standings = standings;
        this.stores = stores;
        this.steps = steps;
        this.recognizing = recognizing;
    }

    /** Whether a password is too easy for whoever signs in with this phone. */
    public boolean passwordWeak(String password, @Nullable Phone phone) {
        return hashing.weak(password, phone);
    }

    /** To be asked before a transaction: it works for long, and who would wait too long is refused with 429. */
    public PasswordHash hash(String password) {
        return new PasswordHash(hashing.hash(password));
    }

    /** Opens a store with its owner, who is then signed in. */
    public RegisterResult register(Register command) {
        var taken = registering.taken(command);
        if (taken.isPresent()) {
            return taken.get();
        }
        var hash = hashing.hash(command.password());
        var store = stores.nextId();
        var opened = steps.in(store, () -> registering.open(store, command, hash, Optional.empty()));
        throttling.remember(command.phone().value(), command.ip());
        return new RegisterResult.Registered(signingIn.session(opened));
    }

    /** Opens a store with its owner, by an operator; the password was hashed before. */
    public OpenForResult openFor(Register command, PasswordHash password, Actor operator) {
        var taken = registering.taken(command);
        if (taken.isPresent()) {
            return new OpenForResult.Taken(taken.get().phone(), taken.get().slug());
        }
        return new OpenForResult.Opened(overseeing.open(command, operator, password.text()));
    }

    public SignInResult signIn(SignIn command) {
        return signingIn.signIn(command, Carrier.PROGRAM);
    }

    /** As {@link #signIn}, with a refresh token that a browser keeps in its cookie and that nobody can take for another. */
    public SignInResult signInBrowser(SignIn command) {
        return signingIn.signIn(command, Carrier.BROWSER);
    }

    /** Takes a refresh token for the next one. */
    public SignInResult refresh(String refreshToken) {
        return signingIn.refresh(refreshToken);
    }

    /** Ends the family of a refresh token; an unknown one is no matter. */
    public void leave(String refreshToken) {
        signingIn.leave(refreshToken);
    }

    public ChangePasswordResult changePassword(ChangePassword command) {
        return signingIn.change(command);
    }

    /** Anyone who may sign in, read fresh. */
    public Optional<MemberView> member(StoreId store, UUID member) {
        return standings.member(store, member).map(kept -> kept.view());
    }

    /** The store that somebody works in; empty for an operator. */
    public Optional<StoreView> storeOf(StoreId store) {
        return stores.find(store);
    }

    public Page<RoleView> listRoles(StoreId store, Paging paging) {
        return roles.list(store, paging);
    }

    public Optional<RoleView> role(StoreId store, UUID role) {
        return roles.find(store, role);
    }

    public SaveRoleResult saveRole(SaveRole command) {
        return roles.save(command);
    }

    public DeleteRole.Result deleteRole(DeleteRole command) {
        return roles.delete(command);
    }

    public Page<MemberView> listStaff(StoreId store, Paging paging) {
        return staffing.list(store, paging);
    }

    public Optional<MemberView> staffMember(StoreId store, UUID member) {
        return staffing.find(store, member);
    }

    public SaveMemberResult saveStaff(SaveMember command) {
        var password = command.password();
        return staffing.save(command, password == null ? null : password.text());
    }

    public DismissMember.Result dismiss(DismissMember command) {
        return staffing.dismiss(command);
    }

    public MadeKey makeKey(MakeKey command) {
        return keys.make(command);
    }

    public Page<KeyView> listKeys(StoreId store, Paging paging) {
        return keys.list(store, paging);
    }

    public Optional<KeyView> revokeKey(StoreId store, Actor actor, UUID key) {
        return keys.revoke(store, actor, key);
    }

    /** Every permission there is. */
    public List<Permission> permissions() {
        return Permission.every();
    }

    /** The scope that a word names in any letter case. */
    public Optional<Scope> scope(String word) {
        return Scope.parse(word);
    }

    public ChangeStoreResult changeStore(ChangeStore command) {
        return overseeing.change(command);
    }

    /** Makes an operator when nobody signs in with the phone yet. */
    public void ensureAdmin(Phone phone, String password) {
        StoreScope.in(
                StoreId.PLATFORM,
                () -> !registering.signsIn(phone) && registering.admin(phone, hashing.hash(password)));
    }

    /** What is known of a store has changed in the running transaction: forget it once that ends. */
    public void storeChanged(StoreId store) {
        recognizing.forgetStore(store);
    }

    /** Clears away what counts no more. */
    public void tidy() {
        throttling.forget();
    }
}
