package iq.sendy.platform.audit;

import iq.sendy.kernel.WireWord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Audit action: what can happen to one type of resource, by its word such as {@code order.cancelled}. Each module has an
 * enum of its own.
 */
public interface AuditAction extends WireWord {

    String resourceType();

    /** That it happened. Secrets and hashes never stand in before or after. */
    default Audit.Change change(@Nullable UUID resource, @Nullable Object before, @Nullable Object after) {
        return new Audit.Change(toString(), resourceType(), resource, before, after);
    }
}
