package iq.sendy.dashboard.goods;

import iq.sendy.catalog.Categories;
import iq.sendy.catalog.CategoryView;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.kernel.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The categories of a store as a tree, for lists that are read from top to bottom. */
@Component
class CategoryTree {

    private final Categories categories;

    CategoryTree(Categories categories) {
        this.categories = categories;
    }

    /**
     * A category at its place.
     *
     * @param depth 0 at the top
     * @param path its name behind those above it
     */
    record Branch(CategoryView category, int depth, String path) {}

    /** Each behind its parent, and among its siblings in the shop's order. */
    List<Branch> read(StoreId store) {
        var children = new HashMap<@Nullable UUID, List<CategoryView>>();
        for (var category : categories.all(store)) {
            children.computeIfAbsent(category.parentCategoryId(), _ -> new ArrayList<>())
                    .add(category);
        }
        var branches = new ArrayList<Branch>();
        grow(null, 0, "", children, branches, new HashSet<>());
        return branches;
    }

    private static void grow(
            @Nullable UUID parent,
            int depth,
            String above,
            Map<@Nullable UUID, List<CategoryView>> children,
            List<Branch> branches,
            Set<UUID> seen) {
        for (var category : children.getOrDefault(parent, List.of())) {
            if (seen.add(category.id())) {
                var path = above + category.name();
                branches.add(new Branch(category, depth, path));
                grow(category.id(), depth + 1, path + " › ", children, branches, seen);
            }
        }
    }

    /** To choose one of. */
    List<PageChoice> choices(StoreId store) {
        return read(store).stream()
                .map(branch -> new PageChoice(branch.category().id().toString(), branch.path()))
                .toList();
    }
}
