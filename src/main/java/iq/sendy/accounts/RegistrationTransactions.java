package iq.sendy.accounts;

import iq.sendy.accounts.SignInTransactions.SignInOutcome;
import iq.sendy.accounts.store.MemberStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.OpenStore;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of {@link Registrations}. */
@Component
class RegistrationTransactions {

    private final MemberStore members;
    private final SignInTransactions signInTransactions;
    private final Stores stores;
    private final RunAsTenant tenants;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    RegistrationTransactions(
            MemberStore members,
            SignInTransactions signInTransactions,
            Stores stores,
            RunAsTenant tenants,
            Audit audit,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.members = members;
        this.signInTransactions = signInTransactions;
        this.stores = stores;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What is taken already; empty when neither is. The claims decide, but they cannot tell of both at once. */
    @Transactional(readOnly = true)
    public Optional<Register.Taken> taken(Register command) {
        var phone = members.ownerOf(command.phone()).isPresent();
        var slug = command.slug() != null && stores.findBySlug(command.slug()).isPresent();
        return phone || slug ? Optional.of(new Register.Taken(phone, slug)) : Optional.empty();
    }

    /** One transaction of the new store. Whoever was overtaken since {@link #taken} starts over and is then told. */
    @Transactional
    public SignInOutcome.Granted open(StoreId store, Register command, String passwordHash, Optional<Actor> operator) {
        var now = clock.instant();
        var owner = new MemberView(
                uuidGenerator.next(),
                MemberKind.OWNER,
                command.ownerName(),
                command.phone().value(),
                null,
                true,
                1,
                now);
        if (!members.claim(command.phone(), store, owner.id())) {
            throw new WriteConflict("the phone was taken meanwhile");
        }
        var opened = stores.open(store, new OpenStore(command.storeName(), command.slug()));
        if (!(opened instanceof OpenStore.Result.Opened(var view))) {
            throw new WriteConflict("the slug was taken meanwhile");
        }
        members.insert(store, owner, passwordHash);
        var granted = signInTransactions.grant(store, owner, view);
        events.publishEvent(new StoreRegistered(store.value(), view.name(), owner.id(), now));
        audit.record(
                store,
                operator.orElse(new Actor("user", owner.id(), owner.fullName(), command.ip())),
                new Change(
                        "store.registered",
                        "store",
                        store.value(),
                        null,
                        Map.of("name", view.name(), "slug", view.slug(), "owner", owner.fullName())));
        return granted;
    }

    /** Opens a store as its owner would, in one transaction with the platform's log. */
    @Transactional
    public StoreView openFor(OpenStoreFor command) {
        var store = stores.nextId();
        var operator = Optional.of(command.operator());
        var opened = tenants.in(
                store,
                () -> open(store, command.registration(), command.password().text(), operator));
        var view = Objects.requireNonNull(opened.where());
        audit.record(
                StoreId.PLATFORM,
                command.operator(),
                Change.created(
                        "store",
                        store.value(),
                        Map.of("name", view.name(), "slug", view.slug(), "isSuspended", view.suspended())));
        return view;
    }

    /** Does nothing when somebody signs in with the phone already. */
    @Transactional
    public boolean addOperator(Phone phone, String passwordHash) {
        var operator = new MemberView(
                uuidGenerator.next(),
                MemberKind.ADMIN,
                "Platform administrator",
                phone.value(),
                null,
                true,
                1,
                clock.instant());
        if (!members.claim(phone, StoreId.PLATFORM, operator.id())) {
            return false;
        }
        members.insert(StoreId.PLATFORM, operator, passwordHash);
        var change = new Change("admin.created", "user", operator.id(), null, null);
        audit.record(StoreId.PLATFORM, Actor.SYSTEM, change);
        return true;
    }

    @Transactional(readOnly = true)
    public boolean signsIn(Phone phone) {
        return members.ownerOf(phone).isPresent();
    }
}
