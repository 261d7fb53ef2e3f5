package iq.sendy.dashboard.goods;

import iq.sendy.catalog.Categories;
import iq.sendy.catalog.CategoryView;
import iq.sendy.catalog.DeleteCategory;
import iq.sendy.catalog.SaveCategory;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The tree that sorts products. */
@PageController
class CategoryPagesController {

    private static final String ONE = GoodsPaths.CATEGORIES + "/{category}";

    private final Categories categories;
    private final CategoryTree tree;
    private final UuidGenerator ids;
    private final PageReaders readers;

    CategoryPagesController(Categories categories, CategoryTree tree, UuidGenerator ids, PageReaders readers) {
        this.categories = categories;
        this.tree = tree;
        this.ids = ids;
        this.readers = readers;
    }

    /** A category as its form sends it, by the rules of the API's body. */
    record CategoryDraft(
            @Required @Text(Text.NAME) Patch<String> name,
            @ReferenceTo("category") Patch<UUID> parentCategoryId,
            @Whole(min = -1_000_000, max = 1_000_000) Patch<Long> sortOrder) {

        static PageForm form(CategoryView category) {
            return PageForm.ofStored()
                    .with("name", category.name())
                    .with("parentCategoryId", category.parentCategoryId())
                    .with("sortOrder", category.sortOrder());
        }

        SaveCategory command() {
            return new SaveCategory(name, parentCategoryId, sortOrder);
        }
    }

    @GetMapping(GoodsPaths.CATEGORIES)
    @Allows(permission = "categories.view")
    ModelAndView list(Caller caller) {
        return page(null, OnceField.fresh(ids), caller);
    }

    @PostMapping(GoodsPaths.CATEGORIES)
    @Allows(permission = "categories.manage")
    ModelAndView add(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var bound = bind(sent, caller);
        bound.value().name().neverLeftOut("name", bound.problems());
        if (!bound.problems().isEmpty()) {
            return page(null, reader.refused(sent, bound.problems().faults()), caller);
        }
        var id = OnceField.id(sent, ids);
        return switch (categories.addOnce(
                caller.store(), actor, id, bound.value().command())) {
            case SaveCategory.Result.Saved _ -> said("categories.added");
            case SaveCategory.Result.NoSuchCategory _ -> throw RequestRejected.notFound();
            case Refusal refusal -> page(null, reader.refused(sent, refusal.violations()), caller);
        };
    }

    @GetMapping(ONE)
    @Allows(permission = "categories.manage")
    ModelAndView show(@PathVariable("category") UUID id, Caller caller) {
        var category = find(caller, id);
        return page(category, CategoryDraft.form(category), caller);
    }

    @PostMapping(ONE)
    @Allows(permission = "categories.manage")
    ModelAndView change(
            @PathVariable("category") UUID id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var category = find(caller, id);
        var bound = bind(sent, caller);
        if (!bound.problems().isEmpty()) {
            return page(category, reader.refused(sent, bound.problems().faults()), caller);
        }
        return switch (categories.change(
                caller.store(), actor, id, bound.value().command())) {
            case SaveCategory.Result.Saved _ -> said("categories.saved");
            case SaveCategory.Result.NoSuchCategory _ -> throw RequestRejected.notFound();
            case Refusal refusal -> page(category, reader.refused(sent, refusal.violations()), caller);
        };
    }

    @PostMapping(ONE + "/delete")
    @Allows(permission = "categories.manage")
    ModelAndView delete(
            @PathVariable("category") UUID id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var name = find(caller, id).name();
            return AskFirst.deletion("category", name, GoodsPaths.CATEGORIES + "/" + id, readers.of(caller, language))
                    .page();
        }
        return switch (categories.delete(caller.store(), actor, new DeleteCategory(id))) {
            // Tapped twice it is gone, which is what was wanted.
            case DeleteCategory.Result.Deleted _, DeleteCategory.Result.NoSuchCategory _ -> said("categories.deleted");
            case DeleteCategory.Result.InUse _ -> said("categories.used");
        };
    }

    private CategoryView find(Caller caller, UUID id) {
        return categories.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static Bound<CategoryDraft> bind(Map<String, String[]> sent, Caller caller) {
        return FormBinder.bind(CategoryDraft.class, sent, caller.currency());
    }

    private static ModelAndView said(String what) {
        return PageRedirect.to(GoodsPaths.CATEGORIES + "?said=" + what);
    }

    private ModelAndView page(@Nullable CategoryView category, PageForm form, Caller caller) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("category", category);
        model.put("form", form);
        model.put("branches", tree.read(caller.store()));
        model.put("choices", tree.choices(caller.store()));
        model.put("mayChange", caller.missing("categories.manage", "catalog:write") == null);
        return new ModelAndView(
                "dashboard/goods/categories", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }
}
