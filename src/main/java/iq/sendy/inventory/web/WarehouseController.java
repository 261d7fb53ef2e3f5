package iq.sendy.inventory.web;

import iq.sendy.inventory.DeleteWarehouse;
import iq.sendy.inventory.SaveWarehouse;
import iq.sendy.inventory.WarehouseView;
import iq.sendy.inventory.Warehouses;
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

    private final Warehouses warehouses;

    WarehouseController(Warehouses warehouses) {
        this.warehouses = warehouses;
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
        return Answer.ok("warehouse.listed", warehouses.list(caller.store(), paging));
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
                warehouses.add(caller.store(), actor, body.valid().command()));
    }

    @PutMapping("/warehouses/{id}")
    @Allows(permission = "inventory.manage", scope = "catalog:write")
    @Describes(
            value = "Change a warehouse; a new default takes over, and the default stays one until then",
            refuses = SaveWarehouse.Result.class)
    Answer<WarehouseView> change(
            @PathVariable UUID id, @Body Bound<WarehouseRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty()) {
            var found = warehouses.find(caller.store(), id);
            if (found.isEmpty()) {
                return Answer.notFound();
            }
            var stays = body.value().isDefault().over(found.get().isDefault(), false);
            if (found.get().isDefault() && !stays && !body.problems().has("isDefault")) {
                body.problems().add("isDefault", "field.invalid");
            }
        }
        return switch (warehouses.change(caller.store(), actor, id, body.valid().command())) {
            case SaveWarehouse.Result.Saved(var warehouse) -> Answer.ok("warehouse.updated", warehouse);
            case SaveWarehouse.Result.NoSuchWarehouse _ -> Answer.notFound();
            case SaveWarehouse.Result.DefaultNeeded needed -> Answer.refused(needed);
        };
    }

    @DeleteMapping("/warehouses/{id}")
    @Allows(permission = "inventory.manage", scope = "catalog:write")
    @Describes(value = "Delete a warehouse that is empty and not the default", refuses = DeleteWarehouse.Result.class)
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return switch (warehouses.delete(caller.store(), actor, new DeleteWarehouse(id))) {
            case DeleteWarehouse.Result.Deleted _ -> Answer.ok("warehouse.deleted", null);
            case DeleteWarehouse.Result.NoSuchWarehouse _ -> Answer.notFound();
            case DeleteWarehouse.Result.InUse inUse -> Answer.refused(inUse);
        };
    }
}
