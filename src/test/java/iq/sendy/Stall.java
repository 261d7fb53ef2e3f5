package iq.sendy;

import iq.sendy.access.CreateApiKey;
import iq.sendy.catalog.SaveProduct;
import iq.sendy.inventory.ItemFilter;
import iq.sendy.inventory.ItemView;
import iq.sendy.inventory.SaveWarehouse;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.pricing.CreateDiscountCode;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountCode;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A store as its doors see it, and the words for setting it up. */
public final class Stall {

    private static final Paging ALL = new Paging(1, Paging.MOST, null, UnaryOperator.identity());

    private final StoreId store;
    private final Market.Doors doors;

    Stall(StoreId store, Market.Doors doors) {
        this.store = store;
        this.doors = doors;
    }

    public StoreId store() {
        return store;
    }

    public UUID id() {
        return store.value();
    }

    /** Does something at the doors, for this store. */
    public <T> T at(Function<Market.Doors, T> work) {
        return CurrentTenant.in(store, () -> work.apply(doors));
    }

    /** The whole of a list that is shorter than a page. */
    public static Paging all() {
        return ALL;
    }

    /** A new key for these scopes, as its client sends it. */
    public String mints(String... scopes) {
        var command = new CreateApiKey(store, Actor.SYSTEM, "test", List.of(scopes));
        return at(doors -> doors.apiKeys().create(command)).apiKey();
    }

    /** A product, tracked when it comes with a quantity; answers its id. */
    public UUID sells(String sku, long price, @Nullable Long quantity) {
        return switch (at(doors ->
                doors.products().save(store, Actor.SYSTEM, product(Patch.of(sku), Patch.of(sku), price, quantity)))) {
            case SaveProduct.Result.Saved(var saved, var _) -> saved.product().id();
            case SaveProduct.Result.NoSuchProduct _,
                    SaveProduct.Result.NoSuchCategory _,
                    SaveProduct.Result.NameMissing _,
                    SaveProduct.Result.SkuTaken _,
                    SaveProduct.Result.Archived _ -> throw new AssertionError("A product could not be saved");
        };
    }

    private static SaveProduct product(Patch<String> sku, Patch<String> name, long price, @Nullable Long quantity) {
        return new SaveProduct(
                sku,
                name,
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.of(price),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                quantity,
                Currency.IQD);
    }

    /** Gives a product another price. */
    public void reprices(UUID product, long price) {
        var change = product(Patch.leftOut(), Patch.leftOut(), price, null);
        at(doors -> doors.products().change(store, Actor.SYSTEM, product, change));
    }

    /** One more warehouse; answers its id. */
    public UUID builds(String name) {
        var command = new SaveWarehouse(Patch.of(name), Patch.leftOut(), Patch.leftOut());
        return at(doors -> doors.warehouses().add(store, Actor.SYSTEM, command)).id();
    }

    public List<ItemView> stock() {
        return at(doors -> doors.stockItems().list(store, new ItemFilter(null, null, null), ALL))
                .items();
    }

    /** The row of a product; it must be in one warehouse alone. */
    public ItemView row(String sku) {
        return stock().stream()
                .filter(item -> item.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    /** A new discount code; answers its id. */
    public UUID offers(String word, Discount discount, @Nullable Long maxUses, @Nullable Long perUserLimit) {
        var discountCodeDetails = new DiscountCode.DiscountCodeDetails(
                word, discount, null, maxUses, perUserLimit, null, null, true, null);
        var command = new CreateDiscountCode(Currency.IQD, discountCodeDetails);
        return switch (at(doors -> doors.discountCodes().create(store, Actor.SYSTEM, command))) {
            case CreateDiscountCode.Result.Created(var code) -> code.id();
            case CreateDiscountCode.Result.WordTaken _ -> throw new AssertionError("A code could not be saved");
        };
    }
}
