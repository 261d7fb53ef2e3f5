package iq.sendy.accounts;

import iq.sendy.accounts.store.MemberStore;
import iq.sendy.accounts.store.SignInStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * User accounts: the people who may sign in, each with a phone that is nobody else's. What they may do is not looked at
 * here; {@code access} decides who may change whom, and keeps the log of it.
 */
@Service
public class Accounts {

    private final MemberStore members;
    private final SignInStore signIns;
    private final PermissionLookup permissions;
    private final Pipeline pipeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            MemberStore members,
            SignInStore signIns,
            PermissionLookup permissions,
            Pipeline pipeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.signIns = signIns;
        this.permissions = permissions;
        this.pipeline = pipeline;
        this.events = events;
        this.clock = clock;
    }

    /** Anyone who may sign in, read fresh. */
    @Transactional(readOnly = true)
    public Optional<MemberView> find(StoreId store, UUID member) {
        return members.find(store, member).map(MemberStore.StoredMember::view);
    }

    /** As {@link #find}, with what they may do. */
    @Transactional(readOnly = true)
    public Optional<MemberProfile> profile(StoreId store, UUID member) {
        return find(store, member).map(found -> new MemberProfile(found, permissions.of(store, found)));
    }

    /** The staff of a store, newest first; its owner is not among them. */
    @Transactional(readOnly = true)
    public Page<MemberView> staff(StoreId store, Paging paging) {
        return members.staff(store).page(pipeline, paging);
    }

    /** People by their ids, as a query that shares a trip; those of other stores are left out. */
    public Query<MemberView> byIds(StoreId store, Collection<UUID> ids) {
        return members.byIds(store, ids);
    }

    /** How many of the staff may sign in, as a query that shares a trip. */
    public Query<Long> activeStaff(StoreId store) {
        return members.activeStaff(store);
    }

    /** As {@link #find}, against any change until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<MemberView> lock(StoreId store, UUID member) {
        return members.lock(store, member).map(MemberStore.StoredMember::view);
    }

    /** Whether anybody has a role. Who gives it away meanwhile waits for its lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean anyWithRole(StoreId store, UUID role) {
        return members.anyWithRole(store, role);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public AddStaff.Result add(AddStaff command) {
        var now = clock.instant();
        var member = new MemberView(
                command.id(),
                MemberKind.STAFF,
                command.fullName(),
                command.phone().value(),
                command.role(),
                command.active(),
                1,
                now);
        if (!members.claim(command.phone(), command.store(), member.id())) {
            return new AddStaff.PhoneTaken();
        }
        members.insert(command.store(), member, command.password().text());
        return new AddStaff.Added(member);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ChangeStaff.Result change(ChangeStaff command) {
        var store = command.store();
        var before = command.present();
        var phone = command.phone();
        if (phone != null && !phone.value().equals(before.phone()) && !moved(store, before, phone)) {
            return new ChangeStaff.PhoneTaken();
        }
        var active = command.active() == null ? before.active() : command.active();
        var ends = command.password() != null || !active;
        var member = new MemberView(
                before.id(),
                before.kind(),
                Objects.requireNonNullElse(command.fullName(), before.fullName()),
                phone == null ? before.phone() : phone.value(),
                command.role(),
                active,
                before.version() + (ends ? 1 : 0),
                before.createdAt());
        var now = clock.instant();
        members.update(store, member, command.password(), now);
        if (ends) {
            signIns.endThoseOf(store, member.id(), now);
        }
        return new ChangeStaff.Changed(member);
    }

    private boolean moved(StoreId store, MemberView member, Phone phone) {
        if (!members.claim(phone, store, member.id())) {
            return false;
        }
        members.release(member.phone(), store);
        return true;
    }

    /** The sign-ins go too, and the phone is free for anybody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(StoreId store, MemberView member) {
        members.release(member.phone(), store);
        members.delete(store, member.id());
        events.publishEvent(new MemberRemoved(store, member.id()));
    }
}
