package iq.sendy.orders.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DuplicateKeyException;

class NewOrderStoreTest {

    @Test
    void a_public_id_was_drawn_twice_when_its_own_constraint_says_so() {
        assertThat(NewOrderStore.isPublicIdTaken(failed("one_public_id_per_order", "SN-7KQ2-M9PX")))
                .isTrue();
    }

    @Test
    void another_key_was_not_whatever_words_stand_in_it() {
        assertThat(NewOrderStore.isPublicIdTaken(failed("external_ref_pkey", "one_public_id_per_order")))
                .isFalse();
    }

    @Test
    void a_failure_that_names_no_constraint_was_not() {
        assertThat(NewOrderStore.isPublicIdTaken(new DuplicateKeyException("one_public_id_per_order")))
                .isFalse();
    }

    /** As the server sends it: each field with its letter. */
    private static DuplicateKeyException failed(String constraint, String key) {
        var message = new ServerErrorMessage("SERROR\0C23505\0Mduplicate key value violates unique constraint \""
                + constraint + "\"\0DKey (store_id, key)=(…, " + key + ") already exists.\0n" + constraint + "\0");
        var cause = new PSQLException(message);
        return new DuplicateKeyException("PreparedStatementCallback; " + cause.getMessage(), cause);
    }
}
