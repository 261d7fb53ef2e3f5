package iq.sendy.identity;

import iq.sendy.identity.model.Carrier;
import iq.sendy.identity.model.Permission;
import iq.sendy.identity.model.Scope;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.RunAsTenant;
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

    private final Registration registration;
    private final SignInFlow signInFlow;
    private final Roles roles;
    private final StaffMembers staffMembers;
    private final ApiKeys apiKeys;
    private final StoreAdministration storeAdministration;
    private final PasswordHashing passwordHashing;
    private final LoginThrottling loginThrottling;
    private final CredentialReads credentialReads;
    private final Stores stores;
    private final RunAsTenant steps;
    private final CredentialCache credentialCache;

    Identities(
            Registration registration,
            SignInFlow signInFlow,
            Roles roles,
            StaffMembers staffMembers,
            ApiKeys apiKeys,
            StoreAdministration storeAdministration,
            PasswordHashing passwordHashing,
            LoginThrottling loginThrottling,
            CredentialReads credentialReads,
            Stores stores,
            RunAsTenant steps,
            CredentialCache credentialCache) {
        this.registration = registration;
        this.signInFlow = signInFlow;
        this.roles = roles;
        this.staffMembers = staffMembers;
        this.apiKeys = apiKeys;
        this.storeAdministration = storeAdministration;
        this.passwordHashing = passwordHashing;
        this.loginThrottling = loginThrottling;
        this.credentialReads = credentialReads;
        this.stores = stores;
        this.steps = steps;
        this.credentialCache = credentialCache;
    }

    /** Whether a password is too easy for whoever signs in with this phone. */
    public boolean passwordWeak(String password, @Nullable Phone phone) {
        return passwordHashing.weak(password, phone);
    }

    /** To be asked before a transaction: it works for long, and who would wait too long is refused with 429. */
    public PasswordHash hash(String password) {
        return new PasswordHash(passwordHashing.hash(password));
    }

    /** Opens a store with its owner, who is then signed in. */
    public RegisterResult register(Register command) {
        var taken = registration.taken(command);
        if (taken.isPresent()) {
            return taken.get();
        }
        var hash = passwordHashing.hash(command.password());
        var store = stores.nextId();
        var opened = steps.in(store, () -> registration.open(store, command, hash, Optional.empty()));
        loginThrottling.remember(command.phone().value(), command.ip());
        return new RegisterResult.Registered(signInFlow.session(opened));
    }

    /** Opens a store with its owner, by an operator; the password was hashed before. */
    public OpenStoreForResult openFor(Register command, PasswordHash password, Actor operator) {
        var taken = registration.taken(command);
        if (taken.isPresent()) {
            return new OpenStoreForResult.Taken(taken.get().phone(), taken.get().slug());
        }
        return new OpenStoreForResult.Opened(storeAdministration.open(command, operator, password.text()));
    }

    public SignInResult signIn(SignIn command) {
        return signInFlow.signIn(command, Carrier.PROGRAM);
    }

    /** As {@link #signIn}, with a refresh token that a browser keeps in its cookie and that nobody can take for another. */
    public SignInResult signInBrowser(SignIn command) {
        return signInFlow.signIn(command, Carrier.BROWSER);
    }

    /** Takes a refresh token for the next one. */
    public SignInResult refresh(String refreshToken) {
        return signInFlow.refresh(refreshToken);
    }

    /** Ends the family of a refresh token; an unknown one is no matter. */
    public void leave(String refreshToken) {
        signInFlow.leave(refreshToken);
    }

    public ChangePasswordResult changePassword(ChangePassword command) {
        return signInFlow.change(command);
    }

    /** Anyone who may sign in, read fresh. */
    public Optional<MemberView> member(StoreId store, UUID member) {
        return credentialReads.member(store, member).map(kept -> kept.view());
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
        return staffMembers.list(store, paging);
    }

    public Optional<MemberView> staffMember(StoreId store, UUID member) {
        return staffMembers.find(store, member);
    }

    public SaveMemberResult saveStaff(SaveMember command) {
        var password = command.password();
        return staffMembers.save(command, password == null ? null : password.text());
    }

    public RemoveMember.Result dismiss(RemoveMember command) {
        return staffMembers.dismiss(command);
    }

    public CreatedApiKey makeKey(CreateApiKey command) {
        return apiKeys.make(command);
    }

    public Page<ApiKeyView> listKeys(StoreId store, Paging paging) {
        return apiKeys.list(store, paging);
    }

    public Optional<ApiKeyView> revokeKey(StoreId store, Actor actor, UUID key) {
        return apiKeys.revoke(store, actor, key);
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
        return storeAdministration.change(command);
    }

    /** Makes an operator when nobody signs in with the phone yet. */
    public void ensureAdmin(Phone phone, String password) {
        CurrentTenant.in(
                StoreId.PLATFORM,
                () -> !registration.signsIn(phone) && registration.admin(phone, passwordHashing.hash(password)));
    }

    /** What is known of a store has changed in the running transaction: forget it once that ends. */
    public void storeChanged(StoreId store) {
        credentialCache.forgetStore(store);
    }

    /** Clears away what counts no more. */
    public void tidy() {
        loginThrottling.forget();
    }
}
