package iq.sendy.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Market;
import iq.sendy.Scenario;
import iq.sendy.kernel.StoreId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;

/** Work that goes from store to store. */
@Scenario
class StoreBatchesTest {

    @Autowired
    StoreBatches batches;

    @Autowired
    Market market;

    @Test
    void a_store_in_which_it_fails_keeps_it_from_no_other_and_the_run_is_seen_to_fail() {
        var failing = market.opens().store();
        var behind = market.opens().store();
        var reached = new ArrayList<StoreId>();

        assertThatThrownBy(() -> batches.runUntilDone(store -> {
                    if (store.equals(failing)) {
                        throw new QueryTimeoutException("Too much at once");
                    }
                    reached.add(store);
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Failed in 1 stores")
                .hasCauseInstanceOf(QueryTimeoutException.class);

        assertThat(reached).containsAll(List.of(behind)).doesNotContain(failing);
    }
}
