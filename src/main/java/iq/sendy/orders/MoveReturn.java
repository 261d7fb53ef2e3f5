package iq.sendy.orders;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of a return. */
public sealed interface MoveReturn {

    ReturnStatus to();

    record Approve(@Nullable String note) implements MoveReturn {

        @Override
        public ReturnStatus to() {
            return ReturnStatus.APPROVED;
        }
    }

    record Reject(@Nullable String note) implements MoveReturn {

        @Override
        public ReturnStatus to() {
            return ReturnStatus.REJECTED;
        }
    }

    /**
     * The goods have come.
     *
     * @param items null when all came back good; a line that is not in it did not come
     */
    record Complete(@Nullable List<Came> items) implements MoveReturn {

        public Complete {
            items = items == null ? null : List.copyOf(items);
        }

        @Override
        public ReturnStatus to() {
            return ReturnStatus.COMPLETED;
        }
    }

    /** What came of a line: good pieces for the shelf, and damaged ones. */
    record Came(UUID orderItemId, long restock, long damaged) {}
}
