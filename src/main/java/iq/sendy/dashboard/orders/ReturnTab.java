package iq.sendy.dashboard.orders;

import iq.sendy.returns.ReturnStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tabs of the list of returns: what is to be done with them. */
enum ReturnTab {
    DECIDE,
    COMING,
    ALL;

    /** The one that is asked for; the first, where it is none. */
    static ReturnTab of(String wanted) {
        return Arrays.stream(values())
                .filter(tab -> tab.word().equals(wanted))
                .findFirst()
                .orElse(DECIDE);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "returns.tab." + word();
    }

    /** The key of what is said where there is none. */
    String none() {
        return "returns.none." + word();
    }

    /** Empty for all. */
    List<ReturnStatus> statuses() {
        return switch (this) {
            case DECIDE -> List.of(ReturnStatus.PENDING);
            case COMING -> List.of(ReturnStatus.APPROVED);
            case ALL -> List.of();
        };
    }
}
