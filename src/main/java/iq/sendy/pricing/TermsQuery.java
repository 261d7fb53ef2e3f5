package iq.sendy.pricing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.store.CodeStore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deferred query of the terms that a basket is priced by. Its parts share a trip with others', in their order: version
 * of the rules, the code's row, and only then the phone's uses, which a lock may have waited for. When they are sent,
 * {@link Quotes#answered} makes the terms of them.
 */
public final class TermsQuery {

    private final StoreId store;
    private final Query<UUID> version;
    private final @Nullable String word;
    private final Query<CodeStore.Named> code;
    private final Query<Long> uses;

    /** @param word null when no code was named; then nothing is asked of one */
    TermsQuery(
            StoreId store, Query<UUID> version, @Nullable String word, Query<CodeStore.Named> code, Query<Long> uses) {
        this.store = store;
        this.version = version;
        this.word = word;
        this.code = code;
        this.uses = uses;
    }

    /** The statements, in the order in which they must be sent. */
    public List<Query<?>> parts() {
        return List.of(version, code, uses);
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
        if (word == null) {
            return null;
        }
        var found = code.first();
        return new NamedCode(
                found.map(each -> each.code().details().code()).orElse(word),
                found.map(CodeStore.Named::code).orElse(null),
                uses.first().orElse(0L),
                found.map(CodeStore.Named::held).orElse(false));
    }
}
