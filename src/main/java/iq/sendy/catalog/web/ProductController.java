package iq.sendy.catalog.web;

import iq.sendy.catalog.Categories;
import iq.sendy.catalog.ImageAddresses;
import iq.sendy.catalog.ProductBody;
import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.ProductRequest;
import iq.sendy.catalog.Products;
import iq.sendy.catalog.SaveProduct;
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
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Products, at both of their paths. */
@StoreController
class ProductController {

    private final Products products;
    private final Categories categories;
    private final ImageAddresses images;

    ProductController(Products products, Categories categories, ImageAddresses images) {
        this.products = products;
        this.categories = categories;
        this.images = images;
    }

    @GetMapping({"/catalog/products", "/products"})
    @Allows(permission = "products.view", scope = "catalog:read")
    @Describes("List the products that are not archived, newest first")
    Answer<Page<ProductBody>> list(@QueryParameters ProductFilter filter, Paging paging, Caller caller) {
        return Answer.ok(
                "product.listed",
                products.list(caller.store(), filter, paging)
                        .map(product -> ProductBody.of(product, caller.currency())));
    }

    @PostMapping({"/catalog/products", "/products"})
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes(
            value = "Add a product, or change the one that has the SKU; an archived one comes back",
            refuses = {SaveProduct.Result.NoSuchCategory.class, SaveProduct.Result.NameMissing.class})
    Answer<ProductBody> save(@Body Bound<ProductRequest> body, Caller caller, Actor actor) {
        images.check(body.value(), body.problems());
        body.value().check(categories, caller, body.problems());
        body.value().checkNew(products, caller, body.problems());
        var command = body.valid().command(caller.currency());
        return answer(products.save(caller.store(), actor, command), caller);
    }

    @GetMapping({"/catalog/products/{id}", "/products/{id}"})
    @Allows(permission = "products.view", scope = "catalog:read")
    @Describes("One product, an archived one too")
    Answer<ProductBody> get(@PathVariable UUID id, Caller caller) {
        return products.find(caller.store(), id)
                .map(found -> Answer.ok("product.found", ProductBody.of(found, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping({"/catalog/products/{id}", "/products/{id}"})
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes(value = "Change some of a product; a field left out keeps its value", refuses = SaveProduct.Result.class)
    Answer<ProductBody> change(@PathVariable UUID id, @Body Bound<ProductRequest> body, Caller caller, Actor actor) {
        images.check(body.value(), body.problems());
        body.value().check(categories, caller, body.problems());
        if (!body.problems().isEmpty() && products.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var command = body.valid().command(caller.currency());
        return answer(products.change(caller.store(), actor, id, command), caller);
    }

    @DeleteMapping({"/catalog/products/{id}", "/products/{id}"})
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes("Archive a product and answer it, a second time too")
    Answer<ProductBody> archive(@PathVariable UUID id, Caller caller, Actor actor) {
        return products.archive(caller.store(), actor, id)
                .map(archived -> Answer.ok("product.archived", ProductBody.of(archived, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    private static Answer<ProductBody> answer(SaveProduct.Result result, Caller caller) {
        return switch (result) {
            case SaveProduct.Result.Saved(var product, var fresh) ->
                Answer.ok(fresh ? "product.created" : "product.updated", ProductBody.of(product, caller.currency()));
            case SaveProduct.Result.NoSuchProduct _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
