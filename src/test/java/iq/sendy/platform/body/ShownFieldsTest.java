package iq.sendy.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that says what it showed of what is stored. */
class ShownFieldsTest {

    record Thing(
            @Text(Text.NAME) Patch<String> name,
            @Text(Text.NOTES) Patch<String> notes,
            Patch<Boolean> active,
            @Size(max = 9) @Text(Text.NAME) Patch<List<String>> rights,
            Patch<List<Row>> rows,
            Patch<Inner> seo,
            @Text(Text.NAME) @Nullable String whole) {}

    record Row(
            @Text(Text.NAME) @Nullable String sku,
            @Text(Text.NAME) @Nullable String count) {}

    record Inner(
            @Text(Text.NAME) Patch<String> title,
            @Text(Text.NAME) Patch<String> words) {}

    private static final Map<String, List<String>> STORED = Map.of(
            "name", List.of("rose"),
            "notes", List.of("one\ntwo"),
            "active", List.of("true"),
            "rights", List.of("view", "manage"),
            "rows[0].sku", List.of("A"),
            "rows[0].count", List.of("1"),
            "seo.title", List.of("roses"),
            "whole", List.of("all"));

    private final Map<String, String[]> sent = new HashMap<>();

    private ShownFieldsTest() {
        STORED.forEach((name, values) -> sends(name, values.toArray(String[]::new)));
        sends("notes", "one\r\ntwo");
        sends("active", "false", "true");
        sends("rights", "", "manage", "view");
        sends("seo.words", "");
        sends(ShownFields.NAME, ShownFields.of(STORED));
    }

    private void sends(String name, String... values) {
        sent.put(name, values);
    }

    private Thing bound() {
        return FormBinder.bind(Thing.class, sent, Currency.IQD).value();
    }

    private Bound<Thing> over(Map<String, List<String>> stored) {
        return FormBinder.bind(Thing.class, sent, Currency.IQD, stored);
    }

    private static Map<String, List<String>> with(String name, String... values) {
        var stored = new HashMap<>(STORED);
        stored.put(name, List.of(values));
        return stored;
    }

    @Test
    void what_nobody_touched_is_left_out() {
        assertThat(bound())
                .isEqualTo(new Thing(
                        Patch.leftOut(),
                        Patch.leftOut(),
                        Patch.leftOut(),
                        Patch.leftOut(),
                        Patch.leftOut(),
                        Patch.leftOut(),
                        "all"));
    }

    @Test
    void what_was_typed_is_there_and_what_was_emptied_is_cleared() {
        sends("name", "tulip");
        sends("notes", "");
        sends("active", "false");
        sends("rights", "");
        sends("rows[0].count", "2");
        sends("seo.words", "red");

        assertThat(bound())
                .isEqualTo(new Thing(
                        Patch.of("tulip"),
                        Patch.of(null),
                        Patch.of(false),
                        Patch.of(null),
                        Patch.of(List.of(new Row("A", "2"))),
                        Patch.of(new Inner(Patch.leftOut(), Patch.of("red"))),
                        "all"));
    }

    @Test
    void a_form_that_does_not_say_what_it_showed_is_taken_as_it_is() {
        sent.remove(ShownFields.NAME);

        assertThat(bound().name()).isEqualTo(Patch.of("rose"));
        assertThat(over(with("name", "lily")).problems().faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":", "name", "name:", "name: name:x :y", "name:\u202e"})
    void what_no_form_has_said_touches_everything(String shown) {
        sends(ShownFields.NAME, shown);

        assertThat(bound().name()).isEqualTo(Patch.of("rose"));
    }

    @Test
    void a_field_that_has_no_other_way_to_stay_is_as_it_is_stored_now() {
        assertThat(over(with("whole", "new")).value().whole()).isEqualTo("new");
    }

    @Test
    void what_two_have_changed_is_refused_until_the_second_has_been_told() {
        sends("rights", "", "view");
        var stored = with("rights", "view", "manage", "delete");

        var faults = over(stored).problems().faults();
        assertThat(faults)
                .extracting(Violation::field, Violation::text)
                .containsExactly(tuple("rights", "form.meanwhile"));
        assertThat(over(with("name", "lily")).problems().faults()).isEmpty();
        assertThat(over(with("rights", "view")).problems().faults()).isEmpty();

        sent.putAll(ShownFields.told(sent, faults));
        assertThat(over(stored).problems().faults()).isEmpty();
        assertThat(over(stored).value().rights()).isEqualTo(Patch.of(List.of("view")));
        assertThat(over(stored).value().name()).isEqualTo(Patch.leftOut());
    }
}
