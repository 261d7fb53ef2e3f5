package iq.sendy;

import iq.sendy.access.ApiKeys;
import iq.sendy.access.CreateApiKey;
import iq.sendy.accounts.Register;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.stores.Stores;
import java.util.List;
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
    private static final List<String> SCOPES = List.of(
            "orders:read",
            "orders:write",
            "catalog:read",
            "catalog:write",
            "customers:read",
            "discounts:read",
            "discounts:write",
            "shipping:read",
            "shipping:write",
            "settings:read",
            "settings:write",
            "printing:read",
            "webhooks:read",
            "webhooks:write");

    private final String wanted;
    private final Registrations registrations;
    private final ApiKeys apiKeys;
    private final Stores stores;
    private final DemoShelf shelf;
    private final DemoOrders demoOrders;
    private final PublicIds words;
    private final DemoAnnouncement announcement;

    DemoStore(
            @Value("${sendy.demo:}") String wanted,
            Registrations registrations,
            ApiKeys apiKeys,
            Stores stores,
            DemoShelf shelf,
            DemoOrders demoOrders,
            DemoAnnouncement announcement,
            PublicIds words) {
        this.wanted = wanted.strip();
        this.registrations = registrations;
        this.apiKeys = apiKeys;
        this.stores = stores;
        this.shelf = shelf;
        this.demoOrders = demoOrders;
        this.words = words;
        this.announcement = announcement;
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

    private void fill() {
        var password = "flora" + words.next().substring(2).toLowerCase(Locale.ROOT);
        var owner = Phone.parse(PHONE).orElseThrow();
        var command = new Register("فلورا بغداد", SLUG, "نرجس الورد", owner, password, "127.0.0.1");
        if (!(registrations.register(command) instanceof Register.Registered)) {
            LOG.warn("The demo store was not made: its slug or its phone is taken");
            return;
        }
        var store = stores.findBySlug(SLUG).orElseThrow().id();
        var key = CurrentTenant.in(store, () -> {
            shelf.fill(store);
            demoOrders.fill(store);
            return apiKeys.create(new CreateApiKey(store, Actor.SYSTEM, "Demo", SCOPES));
        });
        announcement.keep(SLUG, PHONE, password, key.apiKey());
    }
}
