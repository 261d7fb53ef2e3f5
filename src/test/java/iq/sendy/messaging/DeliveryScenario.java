package iq.sendy.messaging;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static iq.sendy.meta.MetaFixtures.entry;
import static iq.sendy.meta.MetaFixtures.messages;
import static iq.sendy.meta.MetaFixtures.textMessage;
import static iq.sendy.meta.MetaFixtures.whatsApp;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A shop with an account at WhatsApp, to which Meta delivers. */
@Scenario
abstract class DeliveryScenario {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    MetaLine line;
    Shop shop;
    StoreId store;
    String account;
    UUID channel;

    @BeforeEach
    void open() {
        line = new MetaLine(api, backstage);
        shop = Shop.opens(api);
        store = new StoreId(UUID.fromString(shop.storeId()));
        account = MetaLine.account();
        channel = line.connects(shop, account, SECRET_A);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    static String text(String account, String id) {
        return whatsApp(entry(messages(account, textMessage(id, "شلون السعر؟"))));
    }

    void executes(String statement) {
        of(statement).update();
    }

    long number(String query) {
        return of(query).query(Long.class).single();
    }

    private StatementSpec of(String sql) {
        return backstage.jdbc().sql(sql).param("store", store.value());
    }

    /** As if the time of the standing job had come. */
    void comesUp() {
        executes("update jobs.job set due_at = now() where store_id = :store and owner is null");
        executes("update jobs.store_due set due_at = now() where store_id = :store");
    }

    /** Messages with this id are stored by nobody while it lasts, as where the database is short of memory. */
    void isShortOfMemory(String message, Runnable meanwhile) {
        executes("""
                create function messaging.is_short_of_memory() returns trigger language plpgsql as
                $$ begin raise exception 'out of shared memory' using errcode = '53200'; end $$""");
        executes("""
                create trigger short_of_memory before insert on messaging.message for each row
                when (new.external_id = '""" + message + "') execute function messaging.is_short_of_memory()");
        try {
            meanwhile.run();
        } finally {
            executes("drop function messaging.is_short_of_memory() cascade");
        }
    }

    /** How often the delivery that failed most did so. */
    long failures() {
        return number("select coalesce(max(failures), 0) from messaging.inbound_delivery where store_id = :store");
    }
}
