package iq.sendy.catalog.web;

import iq.sendy.catalog.Catalog;
import iq.sendy.catalog.ProductBody;
import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.SaveProductResult;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Products, at both of their paths. */
@StoreController
class ProductController {

    private final Catalog catalog;
    private final ImageAddresses images;

    ProductController(Catalog catalog, ImageAddresses images) {
        this.catalog = catalog;
        this.images = images;
    }

    record Filter(
            @Text(Text.NAME) @Nullable String q,
            @ReferenceTo("category") @Nullable UUID categoryId,
            @Nullable Boolean isActive,
            @Text(Text.REFERENCE) @Nullable String sku) {}

    @GetMapping({"/catalog/products", "/products"})
    @Allows(permission = "products.view", scope = "catalog:read")
    @Describes("List the products that are not archived, newest first")
    Answer<Page<ProductBody>> list(@QueryParameters Filter filter, Paging paging, Caller caller) {
        var wanted = new ProductFilter(filter.q(), filter.categoryId(), filter.isActive(), filter.sku());
        return Answer.ok(
                "product.listed",
                catalog.list(caller.store(), wanted, paging)
                        .map(product -> ProductBody.of(product, caller.currency())));
    }

    @PostMapping({"/catalog/products", "/products"})
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes(
            value = "Add a product, or change the one that has the SKU; an archived one comes back",
            refuses = {SaveProductResult.NoSuchCategory.class, SaveProductResult.NameMissing.class})
    Answer<ProductBody> save(@Body Bound<ProductRequest> body, Caller caller, Actor actor) {
        images.check(body.value(), body.problems());
        body.value().check(catalog, caller, body.problems());
        body.value().checkNew(catalog, caller, body.problems());
        var command = body.valid().command(caller.currency());
        return answer(catalog.save(caller.store(), actor, command), caller);
    }

    @GetMapping({"/catalog/products/{id}", "/products/{id}"})
    @Allows(permission = "products.view", scope = "catalog:read")
    @Describes("One product, an archived one too")
    Answer<ProductBody> get(@PathVariable UUID id, Caller caller) {
        return catalog.find(caller.store(), id)
                .map(found -> Answer.ok("product.found", ProductBody.of(found, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping({"/catalog/products/{id}", "/products/{id}"})
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes(value = "Change some of a product; a field left out keeps its value", refuses = SaveProductResult.class)
    Answer<ProductBody> change(@PathVariable UUID id, @Body Bound<ProductRequest> body, Caller caller, Actor actor) {
        images.check(body.value(), body.problems());
        body.value().check(catalog, caller, body.problems());
        if (!body.problems().isEmpty() && catalog.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var command = body.valid().command(caller.currency());
        return answer(catalog.change(caller.store(), actor, id, command), caller);
    }

    @DeleteMapping({"/catalog/products/{id}", "/products/{id}"})
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes("Archive a product and answer it, a second time too")
    Answer<ProductBody> archive(@PathVariable UUID id, Caller caller, Actor actor) {
        return catalog.archive(caller.store(), actor, id)
                .map(archived -> Answer.ok("product.archived", ProductBody.of(archived, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    private static Answer<ProductBody> answer(SaveProductResult result, Caller caller) {
        return switch (result) {
            case SaveProductResult.Saved(var product, var fresh) ->
                Answer.ok(fresh ? "product.created" : "product.updated", ProductBody.of(product, caller.currency()));
            case SaveProductResult.NoSuchProduct _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
