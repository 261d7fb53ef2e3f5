package iq.sendy.catalog.web;

import iq.sendy.catalog.PackageSize;
import iq.sendy.catalog.PackageSizes;
import iq.sendy.catalog.SavePackageSize;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Package sizes: list, read, add, change and delete. */
@StoreController
class PackageSizeController {

    private final PackageSizes sizes;

    PackageSizeController(PackageSizes sizes) {
        this.sizes = sizes;
    }

    record PackageSizeRequest(
            @Required @Text(Text.NAME) @Example("\"علبة صغيرة\"")
            Patch<String> name,

            @Decimal(min = "0.01", max = "10000", scale = 2) @Example("30")
            Patch<BigDecimal> lengthCm,

            @Decimal(min = "0.01", max = "10000", scale = 2) @Example("20")
            Patch<BigDecimal> widthCm,

            @Decimal(min = "0.01", max = "10000", scale = 2) @Example("15")
            Patch<BigDecimal> heightCm,

            @Whole(min = 1, max = 100_000_000) @Example("2000")
            Patch<Long> maxWeightGrams,

            @Example("true") Patch<Boolean> isDefault)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (name.present() && name.value() == null && !violations.has("name")) {
                violations.add("name", "field.required");
            }
        }

        SavePackageSize command() {
            return new SavePackageSize(name, lengthCm, widthCm, heightCm, maxWeightGrams, isDefault);
        }
    }

    @GetMapping("/package-sizes")
    @Allows(permission = "package_sizes.view", scope = "catalog:read")
    @Describes("List the package sizes, newest first")
    Answer<Page<PackageSize>> list(Paging paging, Caller caller) {
        return Answer.ok("package_size.listed", sizes.list(caller.store(), paging));
    }

    @PostMapping("/package-sizes")
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    @Describes("Add a package size; a new default takes over")
    Answer<PackageSize> add(@Body Bound<PackageSizeRequest> body, Caller caller, Actor actor) {
        if (!body.value().name().present()) {
            body.problems().add("name", "field.required");
        }
        return Answer.ok(
                "package_size.created",
                sizes.add(caller.store(), actor, body.valid().command()));
    }

    @PutMapping("/package-sizes/{id}")
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    @Describes("Change a package size; a new default takes over")
    Answer<PackageSize> change(
            @PathVariable UUID id, @Body Bound<PackageSizeRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty() && sizes.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        return sizes.change(caller.store(), actor, id, body.valid().command())
                .map(changed -> Answer.ok("package_size.updated", changed))
                .orElseGet(Answer::notFound);
    }

    @DeleteMapping("/package-sizes/{id}")
    @Allows(permission = "package_sizes.manage", scope = "catalog:write")
    @Describes("Delete a package size; deleting the default leaves none")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return sizes.delete(caller.store(), actor, id) ? Answer.ok("package_size.deleted", null) : Answer.notFound();
    }
}
