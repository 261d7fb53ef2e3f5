package iq.sendy.cashier;

import iq.sendy.cashier.store.CashierSettingsStore;
import iq.sendy.cashier.store.DrawerStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cashier sessions. Opening and closing take the register first and then the session; a sale shares the lock of its session,
 * so that a close waits for the sales that have begun and sums what they took.
 */
@Service
public class CashierSessions {

    private static final String TYPE = "cashier_session";

    /** Nobody stands at a register for longer, so what was opened before was opened on another day. */
    private static final Duration LONGEST_SHIFT = Duration.ofHours(18);

    private final Settings storeSettings;
    private final CashierSettingsStore settings;
    private final DrawerStore sessions;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    CashierSessions(
            Settings storeSettings,
            CashierSettingsStore settings,
            DrawerStore sessions,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.storeSettings = storeSettings;
        this.settings = settings;
        this.sessions = sessions;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Opens a session at a register that has none open; sales and refunds that waited for one are its own from then on. */
    @Transactional
    public OpenSession.Result open(StoreId store, Actor actor, OpenSession command) {
        storeSettings.requireCurrency(store, command.currency());
        var opening = new CashierSession.OpeningCount(clock.instant(), SessionActor.of(actor), command.openingCash());
        var session =
                new CashierSession(uuidGenerator.next(), command.registerName(), command.currency(), opening, null);
        var trip = pipeline.open();
        trip.add(sessions.takeRegister(store, session.registerName()));
        var wanted = trip.add(settings.find(store));
        var opened = trip.add(sessions.insert(store, session, command.withoutPin() == null));
        var late = trip.add(sessions.bookLateSales(store, session));
        trip.add(sessions.bookLateRefunds(store, session));
        var report = trip.add(sessions.report(store, session.id()));
        trip.send();
        var withoutPin = command.withoutPin();
        if (withoutPin != null
                && wanted.first().filter(CashierSettings::requirePin).isPresent()) {
            return new OpenSession.Result.PinWanted(withoutPin.lacks());
        }
        if (!opened.any()) {
            return new OpenSession.Result.OpenAlready(session.registerName());
        }
        if (late.any()) {
            events.publishEvent(new LateSalesBooked(store.value(), session.id(), late.answer()));
        }
        audit.record(
                store,
                actor,
                Audit.Change.created(
                        TYPE,
                        session.id(),
                        Map.of(
                                "registerName",
                                session.registerName(),
                                "openingCash",
                                onWire(session, opening.cash()))));
        return new OpenSession.Result.Opened(report.single());
    }

    /** Sessions with what went through their drawers, newest first. */
    @Transactional(readOnly = true)
    public Page<SessionReport> list(StoreId store, Paging paging) {
        return sessions.list(store).page(pipeline, paging);
    }

    /** How many somebody seems to have forgotten to close, as a query that shares a trip. */
    public Query<Long> leftOpen(StoreId store) {
        return sessions.openedBefore(store, clock.instant().minus(LONGEST_SHIFT));
    }

    /** The X report of an open session, the Z report of a closed one. */
    @Transactional(readOnly = true)
    public Optional<SessionReport> report(StoreId store, UUID session) {
        return pipeline.ask(sessions.report(store, session)).first();
    }

    /**
     * The open session of a register; without its name the caller's own, and when there is none the one opened last.
     *
     * @param caller who asks
     */
    @Transactional(readOnly = true)
    public Optional<SessionReport> current(StoreId store, UUID caller, @Nullable String registerName) {
        return pipeline.ask(sessions.current(store, caller, registerName)).first();
    }

    /** Puts cash into the drawer or takes some out. */
    @Transactional
    public MoveCash.Result moveCash(StoreId store, Actor actor, UUID id, MoveCash command) {
        var movement = new CashMovement(
                Objects.requireNonNullElseGet(command.id(), uuidGenerator::next),
                command.type(),
                command.amount(),
                command.reason(),
                SessionActor.of(actor),
                clock.instant());
        var trip = pipeline.open();
        var found = trip.add(sessions.share(store, id));
        var moved = trip.add(sessions.insertMovement(store, id, movement));
        trip.send();
        if (!found.any()) {
            return new MoveCash.Result.NoSuchSession();
        }
        var session = found.single();
        if (!moved.any()) {
            // A form that was sent twice: it went in or out already.
            return session.isOpen() ? new MoveCash.Result.CashMoved(movement) : new MoveCash.Result.ClosedAlready();
        }
        requireCurrency(session, command.currency());
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "cashier_session.cash_moved",
                        TYPE,
                        id,
                        null,
                        Map.of(
                                "type", command.type().toString(),
                                "amount", onWire(session, command.amount()),
                                "reason", command.reason())));
        return new MoveCash.Result.CashMoved(movement);
    }

    /** Closes the session for good: one transaction states what had to be in the drawer, what was, and the difference. */
    @Transactional
    public CloseSession.Result close(StoreId store, Actor actor, UUID id, CloseSession command) {
        var trip = pipeline.open();
        trip.add(sessions.lockRegisterOf(store, id));
        trip.add(sessions.lock(store, id));
        var found = trip.add(sessions.report(store, id));
        trip.send();
        if (!found.any()) {
            return new CloseSession.Result.NoSuchSession();
        }
        var before = found.single();
        if (!before.session().isOpen()) {
            return new CloseSession.Result.ClosedAlready();
        }
        if (command.unsent() > 0) {
            return new CloseSession.Result.SalesPending(command.unsent());
        }
        requireCurrency(before.session(), command.currency());
        return new CloseSession.Result.Closed(closed(store, actor, before, command, clock.instant()));
    }

    private SessionReport closed(StoreId store, Actor actor, SessionReport before, CloseSession command, Instant now) {
        var session = before.session();
        var expected = before.expectedCash();
        var by = SessionActor.of(actor);
        var number = pipeline.ask(sessions.close(store, session, command, expected, by, now));
        var closing = new CashierSession.ClosingCount(
                now, by, command.closingCash(), expected, number.single(), command.notes());
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "cashier_session.closed",
                        TYPE,
                        session.id(),
                        null,
                        Map.of(
                                "zNumber", closing.zNumber(),
                                "expectedCash", onWire(session, expected),
                                "closingCash", onWire(session, closing.cash()))));
        return new SessionReport(session.closed(closing), before.drawer(), before.movements());
    }

    /** A store keeps its currency once it has a session; whoever read an amount in another one did so before that. */
    private static void requireCurrency(CashierSession session, Currency read) {
        if (session.currency() != read) {
            throw new WriteConflict("a change of the store's currency");
        }
    }

    private static Object onWire(CashierSession session, long amount) {
        return session.currency().onWire(amount);
    }
}
