package iq.sendy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant AT = Instant.parse("2026-11-29T05:10:00.250Z");

    private record Row(Instant createdAt, UUID id, String sku, long number) {}

    private static final Row ROW = new Row(AT, ID, "T_SHIRT_L", 42);

    @Test
    void the_newest_come_first_and_ids_part_those_of_one_moment() {
        var keyset = Keyset.newest("c", Row::createdAt, Row::id);

        assertThat(keyset.order()).isEqualTo("c.created_at desc, c.id desc");
        assertThat(keyset.after()).isEqualTo("(c.created_at, c.id) < (:after0, :after1)");
    }

    @Test
    void ascending_columns_go_on_behind_the_last_ones() {
        var keyset = Keyset.<Row>ascending().bigint("c.sort_order", Row::number).uuid("c.id", Row::id);

        assertThat(keyset.order()).isEqualTo("c.sort_order, c.id");
        assertThat(keyset.after()).isEqualTo("(c.sort_order, c.id) > (:after0, :after1)");
    }

    @Test
    void a_cursor_holds_what_the_row_holds() {
        var keyset = Keyset.newest("c", Row::createdAt, Row::id);
        var cursor = keyset.position(ROW);

        assertThat(cursor).isEqualTo(AT.toEpochMilli() + "_" + ID);
        assertThat(keyset.parameters(cursor)).isEqualTo(Map.of("after0", Sql.at(AT), "after1", ID));
    }

    @Test
    void a_text_may_hold_what_separates_the_columns() {
        var first = Keyset.<Row>ascending().text("i.sku", Row::sku).uuid("i.id", Row::id);
        var last = Keyset.<Row>ascending().bigint("i.number", Row::number).text("i.sku", Row::sku);

        assertThat(first.parameters(first.position(ROW))).isEqualTo(Map.of("after0", "T_SHIRT_L", "after1", ID));
        assertThat(last.parameters(last.position(ROW))).isEqualTo(Map.of("after0", 42L, "after1", "T_SHIRT_L"));
    }

    @Test
    void one_column_is_enough_where_no_two_rows_share_it() {
        var keyset = Keyset.<Row>descending().bigint("seq", Row::number);

        assertThat(keyset.after()).isEqualTo("(seq) < (:after0)");
        assertThat(keyset.parameters("42")).isEqualTo(Map.of("after0", 42L));
    }
}
