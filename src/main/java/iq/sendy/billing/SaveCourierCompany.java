package iq.sendy.billing;

import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Add or change a courier company; a field left out keeps its value. */
public record SaveCourierCompany(
        Patch<String> name, Patch<String> phone, Patch<String> notes, Patch<Boolean> isActive) {

    CourierCompany fresh(UUID id, Instant now) {
        return new CourierCompany(
                id,
                Objects.requireNonNull(name.value()),
                phone.value(),
                notes.value(),
                isActive.over(true, true),
                now,
                now);
    }

    CourierCompany over(CourierCompany before, Instant now) {
        return new CourierCompany(
                before.id(),
                name.over(before.name(), before.name()),
                phone.over(before.phone()),
                notes.over(before.notes()),
                isActive.over(before.isActive(), true),
                before.createdAt(),
                now);
    }
}
