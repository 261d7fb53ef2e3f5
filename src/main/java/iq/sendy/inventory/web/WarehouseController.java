package iq.sendy.inventory.web;

import iq.sendy.inventory.ChangeWarehouseResult;
import iq.sendy.inventory.Inventory;
import iq.sendy.inventory.SaveWarehouse;
import iq.sendy.inventory.WarehouseView;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

@StoreController
class WarehouseController {

    private final Inventory inventory;

    WarehouseController(Inventory inventory) {
        this.inventory = inventory;
    }

    record WarehouseRequest(
            @Required @Text(Text.NAME) @Example("\"مخزن المنصور\"")
            Patch<String> name,

            @Text(Text.ADDRESS) @Example("\"بغداد، المنصور\"")
            Patch<String> address,

            @Example("false") Patch<Boolean> isDefault)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (name.present() && name.value() == null && !violations.has("name")) {
                violations.add("name", "field.required");
            }
        }

        SaveWarehouse command() {
            return new SaveWarehouse(name, address, isDefault);
        }
    }

    @GetMapping("/warehouses")
    @Allows(permission = "inventory.view", scope = "catalog:read")
    @Describes("List the warehouses, newest first")
    Answer<Page<WarehouseView>> list(Paging paging, Caller caller) {
        return Answer.ok("warehouse.listed", inventory.warehouses(caller.store(), paging));
    }

    @PostMapping("/warehouses")
    @Allows(permission = "inventory.manage", scope = "catalog:write")
    @Describes("Add a warehouse; a new default takes over")
    Answer<WarehouseView> add(@Body Bound<WarehouseRequest> body, Caller caller, Actor actor) {
        if (!body.value().name().present()) {
            body.problems().add("name", "field.required");
        }
        return Answer.ok(
                "warehouse.created",
                inventory.addWarehouse(caller.store(), actor, body.valid().command()));
    }

    @PutMapping("/warehouses/{id}")
    @Allows(permission = "inventory.manage", scope = "catalog:write")
    @Describes("Change a warehouse; a new default takes over, and the default stays one until then")
    Answer<WarehouseView> change(
            @PathVariable UUID id, @Body Bound<WarehouseRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty()) {
            var found = inventory.warehouse(caller.store(), id);
            if (found.isEmpty()) {
                return Answer.notFound();
            }
            var stays = body.value().isDefault().over(found.get().isDefault(), false);
            if (found.get().isDefault() && !stays && !body.problems().has("isDefault")) {
                body.problems().add("isDefault", "field.invalid");
            }
        }
        return switch (inventory.changeWarehouse(
                caller.store(), actor, id, body.valid().command())) {
            case ChangeWarehouseResult.Changed(var warehouse) -> Answer.ok("warehouse.updated", warehouse);
            case ChangeWarehouseResult.NoSuchWarehouse _ -> Answer.notFound();
            case ChangeWarehouseResult.DefaultNeeded _ -> Answer.badRequest(Violation.at("isDefault", "field.invalid"));
        };
    }

    @DeleteMapping("/warehouses/{id}")
    @Allows(permission = "inventory.manage", scope = "catalog:write")
    @Describes(value = "Delete a warehouse that is empty and not the default", refuses = "409 warehouse.in_use")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return switch (inventory.deleteWarehouse(caller.store(), actor, id)) {
            case DELETED -> Answer.ok("warehouse.deleted", null);
            case NO_SUCH_WAREHOUSE -> Answer.notFound();
            case IN_USE -> Answer.conflict(Violation.of("warehouse.in_use"));
        };
    }
}
