package iq.sendy.identity;

import iq.sendy.identity.SignInTransactions.Came;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.OpenStore;
import iq.sendy.stores.OpenStoreResult;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opening a store with its owner, and making an operator. */
@Component
class Registration {

    private final MemberStore members;
    private final SignInTransactions signInTransactions;
    private final Stores stores;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Registration(
            MemberStore members,
            SignInTransactions signInTransactions,
            Stores stores,
            Audit audit,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.members = members;
        this.signInTransactions = signInTransactions;
        this.stores = stores;
        this.audit = audit;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What is taken already; empty when neither is. The claims decide, but they cannot tell of both at once. */
    @Transactional(readOnly = true)
    public Optional<RegisterResult.Taken> taken(Register command) {
        var phone = members.login(command.phone()).isPresent();
        var slug = command.slug() != null && stores.findBySlug(command.slug()).isPresent();
        return phone || slug ? Optional.of(new RegisterResult.Taken(phone, slug)) : Optional.empty();
    }

    /** One transaction of the new store. Whoever was overtaken since {@link #taken} starts over and is then told. */
    @Transactional
    public Came.In open(StoreId store, Register command, String passwordHash, Optional<Actor> operator) {
        var now = clock.instant();
        var owner = new MemberView(
                uuidGenerator.next(),
                MemberKind.OWNER,
                command.ownerName(),
                command.phone().value(),
                null,
                true,
                now);
        if (!members.claim(command.phone(), store, owner.id())) {
            throw new WriteConflict("the phone was taken meanwhile");
        }
        var opened = stores.open(store, new OpenStore(command.storeName(), command.slug()));
        if (!(opened instanceof OpenStoreResult.Opened(var view))) {
            throw new WriteConflict("the slug was taken meanwhile");
        }
        members.insert(store, owner, passwordHash, now);
        var token = signInTransactions.begin(store, owner.id());
        events.publishEvent(new StoreRegistered(store.value(), view.name(), owner.id(), now));
        audit.record(
                store,
                operator.orElse(new Actor("user", owner.id(), owner.fullName(), command.ip())),
                new Audit.Change(
                        "store.registered",
                        "store",
                        store.value(),
                        null,
                        Map.of("name", view.name(), "slug", view.slug(), "owner", owner.fullName())));
        return new Came.In(store, new MemberStore.Kept(owner, passwordHash, 1), view, token);
    }

    /** Does nothing when somebody signs in with the phone already. */
    @Transactional
    public boolean admin(Phone phone, String passwordHash) {
        var now = clock.instant();
        var admin = new MemberView(
                uuidGenerator.next(), MemberKind.ADMIN, "Platform administrator", phone.value(), null, true, now);
        if (!members.claim(phone, StoreId.PLATFORM, admin.id())) {
            return false;
        }
        members.insert(StoreId.PLATFORM, admin, passwordHash, now);
        audit.record(StoreId.PLATFORM, Actor.SYSTEM, new Audit.Change("admin.created", "user", admin.id(), null, null));
        return true;
    }

    @Transactional(readOnly = true)
    public boolean signsIn(Phone phone) {
        return members.login(phone).isPresent();
    }
}
