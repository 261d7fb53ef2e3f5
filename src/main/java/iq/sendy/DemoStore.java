package iq.sendy;

import iq.sendy.access.ApiKeys;
import iq.sendy.access.CreateApiKey;
import iq.sendy.accounts.Register;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.MoveOrder;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.stores.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shop that a new installation shows: {@code flora-baghdad}, filled through the doors. Its sign-in and key are printed
 * at every start; with the embedded database they are kept beside it, readable by its owner alone.
 */
@Component
class DemoStore {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStore.class);
    /** Printed as it is, so that a person can copy from it; the log proper keeps to one line an entry. */
    private static final Logger ANNOUNCEMENT = LoggerFactory.getLogger("sendy.announcement");

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
    private final String publicUrl;
    private final DatabaseSettings database;
    private final Registrations registrations;
    private final ApiKeys apiKeys;
    private final Stores stores;
    private final DemoShelf shelf;
    private final Orders orders;
    private final PublicIds words;
    private final JsonMapper json;

    DemoStore(
            @Value("${sendy.demo:}") String wanted,
            PublicUrl publicUrl,
            DatabaseSettings database,
            Registrations registrations,
            ApiKeys apiKeys,
            Stores stores,
            DemoShelf shelf,
            Orders orders,
            PublicIds words,
            JsonMapper json) {
        this.wanted = wanted.strip();
        this.publicUrl = publicUrl.of("");
        this.database = database;
        this.registrations = registrations;
        this.apiKeys = apiKeys;
        this.stores = stores;
        this.shelf = shelf;
        this.orders = orders;
        this.words = words;
        this.json = json;
    }

    /** One order of the demo, and the way it has gone since. */
    record Row(
            String customerName,
            String customerPhone,
            String customerAddress,
            String addressProvinceCode,
            UUID addressAreaId,
            @Nullable List<PlaceOrder.Item> items,
            @Nullable Long orderValue,
            long deliveryFee,
            String source,
            String externalRef,
            @Nullable String notes,
            List<String> steps) {}

    @EventListener
    void open(ApplicationReadyEvent start) {
        if (due()) {
            fill();
        }
        show();
    }

    private boolean due() {
        if (wanted.isEmpty()) {
            return database.embedded() && stores.all().isEmpty();
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
            fillOrders(store);
            return apiKeys.create(new CreateApiKey(store, Actor.SYSTEM, "Demo", SCOPES));
        });
        var block = """
                ------------------------------------------------------------
                 The demo store is open.
                   store     %s
                   phone     %s
                   password  %s
                   API key   %s
                 Try:
                   curl -H 'X-API-Key: %s' '%s/api/v1/store/integrations/orders?per_page=3'
                 Read and try the API: %s/docs
                ------------------------------------------------------------
                """.formatted(SLUG, PHONE, password, key.apiKey(), key.apiKey(), publicUrl, publicUrl);
        keep(block);
    }

    private void fillOrders(StoreId store) {
        for (var row : rows()) {
            var placed = orders.place(store, Actor.SYSTEM, command(row));
            if (placed instanceof PlaceOrder.Result.Placed(var order, var _)) {
                for (var step : row.steps()) {
                    var move = new MoveOrder(WireWord.of(OrderStatus.class, step), null, null);
                    orders.move(store, Actor.SYSTEM, new OrderRef.ById(order.id()), move);
                }
            }
        }
    }

    private static PlaceOrder command(Row row) {
        return new PlaceOrder(
                WireWord.of(OrderSource.class, row.source()),
                new Recipient(
                        row.customerName(),
                        Phone.parse(row.customerPhone()).orElseThrow(),
                        row.customerAddress(),
                        row.addressProvinceCode(),
                        row.addressAreaId(),
                        null),
                new OrderedGoods(row.items() == null ? List.of() : row.items(), row.orderValue(), null, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, row.deliveryFee()),
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, null),
                row.externalRef(),
                row.notes(),
                Currency.IQD);
    }

    private List<Row> rows() {
        try (var file = DemoStore.class.getResourceAsStream("/demo/flora-orders.json")) {
            if (file == null) {
                throw new IllegalStateException("demo/flora-orders.json is not packed");
            }
            return json.readValue(file, new TypeReference<List<Row>>() {});
        } catch (IOException failed) {
            throw new IllegalStateException("demo/flora-orders.json cannot be read", failed);
        }
    }

    private void keep(String block) {
        if (!database.embedded()) {
            ANNOUNCEMENT.info(block);
            return;
        }
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.deleteIfExists(file());
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(file(), options, mode)) {
                channel.write(StandardCharsets.UTF_8.encode(block));
            }
        } catch (IOException failed) {
            LOG.warn("The demo's sign-in could not be kept: {}", failed.getMessage());
            ANNOUNCEMENT.info(block);
        }
    }

    private void show() {
        try {
            if (database.embedded() && !wanted.equalsIgnoreCase("false") && Files.exists(file())) {
                ANNOUNCEMENT.info(Files.readString(file()));
            }
        } catch (IOException failed) {
            LOG.warn("The demo's sign-in cannot be read: {}", failed.getMessage());
        }
    }

    private Path file() {
        return database.dataDirectory().resolve("demo.txt");
    }
}
