package iq.sendy.pricing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.Terms.NamedCode;
import iq.sendy.pricing.store.CodeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The question for what a basket is priced by, not sent yet. Its parts share a trip with others', in their order: version
 * of the rules, the code's row, and only then the phone's uses, which a lock may have waited for. When they are sent,
 * {@link Quotes#answered} makes the terms of them.
 */
public final class TermsQuery {

    private final StoreId store;
    private final Query<UUID> version;
    private final @Nullable AskedCode code;

    TermsQuery(StoreId store, Query<UUID> version, @Nullable AskedCode code) {
        this.store = store;
        this.version = version;
        this.code = code;
    }

    record AskedCode(
            String typed,
            Query<CodeStore.Named> row,
            @Nullable Query<Long> uses) {

        NamedCode answered() {
            var found = row.first();
            return new NamedCode(
                    found.map(each -> each.code().details().code()).orElse(typed),
                    found.map(CodeStore.Named::code).orElse(null),
                    uses == null ? 0 : uses.first().orElse(0L),
                    found.map(CodeStore.Named::held).orElse(false));
        }
    }

    /** The statements, in the order in which they must be sent. */
    public List<Query<?>> parts() {
        var parts = new ArrayList<Query<?>>();
        parts.add(version);
        if (code != null) {
            parts.add(code.row());
            if (code.uses() != null) {
                parts.add(code.uses());
            }
        }
        return parts;
    }

    StoreId store() {
        return store;
    }

    @Nullable
    UUID version() {
        return version.first().orElse(null);
    }

    @Nullable
    NamedCode code() {
        return code == null ? null : code.answered();
    }
}
