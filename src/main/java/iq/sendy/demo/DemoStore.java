package iq.sendy.demo;

import iq.sendy.accounts.Register;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.ids.ReplayClock;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The shop that a new installation shows: {@code flora-baghdad}, filled through the doors. Its sign-in and key are printed
 * at every start; with the embedded database they are kept beside it, readable by its owner alone.
 */
@Component
class DemoStore {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStore.class);

    private static final String SLUG = "flora-baghdad";
    private static final String PHONE = "07700000000";
    private static final Duration OPENED_BEFORE = Duration.ofDays(32);

    private final String wanted;
    private final Registrations registrations;
    private final Stores stores;
    private final DemoMonth month;
    private final DemoTeam team;
    private final DemoAnnouncement announcement;
    private final PublicIds words;
    private final Clock clock;

    DemoStore(
            @Value("${sendy.demo:}") String wanted,
            Registrations registrations,
            Stores stores,
            DemoMonth month,
            DemoTeam team,
            DemoAnnouncement announcement,
            PublicIds words,
            Clock clock) {
        this.wanted = wanted.strip();
        this.registrations = registrations;
        this.stores = stores;
        this.month = month;
        this.team = team;
        this.announcement = announcement;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void open(ApplicationReadyEvent start) {
        if (due()) {
            fill();
        }
        if (!wanted.equalsIgnoreCase("false")) {
            announcement.show();
        }
    }

    private boolean due() {
        if (wanted.isEmpty()) {
            return announcement.keepsFile() && stores.all().isEmpty();
        }
        return Boolean.parseBoolean(wanted) && stores.findBySlug(SLUG).isEmpty();
    }

    /** Opens the store as it was a month ago, and lets the month pass. */
    void fill() {
        var now = clock.instant();
        var opened = now.minus(OPENED_BEFORE);
        var password = "flora" + words.next().substring(2).toLowerCase(Locale.ROOT);
        var owner = Phone.parse(PHONE).orElseThrow();
        var command = new Register("فلورا بغداد", SLUG, "نرجس الورد", owner, password, "127.0.0.1");
        if (!(ReplayClock.at(opened, () -> registrations.register(command))
                instanceof Register.Registered(var session))) {
            LOG.warn("The demo store was not made: its slug or its phone is taken");
            return;
        }
        var store = stores.findBySlug(SLUG).orElseThrow().id();
        CurrentTenant.in(store, () -> {
            var staff =
                    ReplayClock.at(opened, () -> team.hire(store, session.user().member()));
            // Whoever stops the start in the middle of the month finds the way in nevertheless.
            announcement.keep(SLUG, PHONE, password, staff.key());
            try {
                month.pass(store, staff, now);
            } catch (RuntimeException broken) {
                LOG.warn("The demo store was filled in part only; all else works", broken);
            }
            return staff;
        });
        LOG.info(
                "The demo store was filled in {} ms",
                Duration.between(now, clock.instant()).toMillis());
    }
}
