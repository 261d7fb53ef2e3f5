package iq.sendy.catalog.web;

import iq.sendy.catalog.Categories;
import iq.sendy.catalog.CategoryView;
import iq.sendy.catalog.DeleteCategory;
import iq.sendy.catalog.SaveCategory;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Categories of products: list, read, add, change and delete. */
@StoreController
class CategoryController {

    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    record CategoryRequest(
            @Required @Text(Text.NAME) @Example("\"ورد طبيعي\"")
            Patch<String> name,

            @ReferenceTo("category") Patch<UUID> parentCategoryId,

            @Whole(min = -1_000_000, max = 1_000_000) @Example("10")
            Patch<Long> sortOrder)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (name.present() && name.value() == null && !violations.has("name")) {
                violations.add("name", "field.required");
            }
        }

        /**
         * A parent that cannot be one is complained about with the others, if there are any.
         *
         * @param id the category that is changed; null for a new one
         */
        void check(Categories categories, Caller caller, @Nullable UUID id, Violations violations) {
            var parent = parentCategoryId.value();
            if (violations.isEmpty() || parent == null) {
                return;
            }
            if (categories.find(caller.store(), parent).isEmpty()) {
                violations.add("parentCategoryId", "category.unknown");
            } else if (id != null && categories.wouldCycle(caller.store(), id, parent)) {
                violations.add("parentCategoryId", "category.cycle");
            }
        }

        SaveCategory command() {
            return new SaveCategory(name, parentCategoryId, sortOrder);
        }
    }

    @GetMapping("/categories")
    @Allows(permission = "categories.view", scope = "catalog:read")
    @Describes("List the categories by their sortOrder")
    Answer<Page<CategoryView>> list(Paging paging, Caller caller) {
        return Answer.ok("category.listed", categories.list(caller.store(), paging));
    }

    @PostMapping("/categories")
    @Allows(permission = "categories.manage", scope = "catalog:write")
    @Describes(value = "Add a category", refuses = SaveCategory.Result.NoSuchParent.class)
    Answer<CategoryView> add(@Body Bound<CategoryRequest> body, Caller caller, Actor actor) {
        if (!body.value().name().present()) {
            body.problems().add("name", "field.required");
        }
        body.value().check(categories, caller, null, body.problems());
        return answer(
                "category.created",
                categories.add(caller.store(), actor, body.valid().command()));
    }

    @GetMapping("/categories/{id}")
    @Allows(permission = "categories.view", scope = "catalog:read")
    @Describes("One category")
    Answer<CategoryView> get(@PathVariable UUID id, Caller caller) {
        return categories
                .find(caller.store(), id)
                .map(found -> Answer.ok("category.found", found))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/categories/{id}")
    @Allows(permission = "categories.manage", scope = "catalog:write")
    @Describes(value = "Change a category or move it in the tree", refuses = SaveCategory.Result.class)
    Answer<CategoryView> change(@PathVariable UUID id, @Body Bound<CategoryRequest> body, Caller caller, Actor actor) {
        body.value().check(categories, caller, id, body.problems());
        if (!body.problems().isEmpty() && categories.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        return answer(
                "category.updated",
                categories.change(caller.store(), actor, id, body.valid().command()));
    }

    @DeleteMapping("/categories/{id}")
    @Allows(permission = "categories.manage", scope = "catalog:write")
    @Describes(value = "Delete a category that holds nothing", refuses = DeleteCategory.Result.class)
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return switch (categories.delete(caller.store(), actor, new DeleteCategory(id))) {
            case DeleteCategory.Result.Deleted _ -> Answer.ok("category.deleted", null);
            case DeleteCategory.Result.NoSuchCategory _ -> Answer.notFound();
            case DeleteCategory.Result.InUse inUse -> Answer.refused(inUse);
        };
    }

    private static Answer<CategoryView> answer(String message, SaveCategory.Result result) {
        return switch (result) {
            case SaveCategory.Result.Saved(var category) -> Answer.ok(message, category);
            case SaveCategory.Result.NoSuchCategory _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
