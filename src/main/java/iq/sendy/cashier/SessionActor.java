package iq.sendy.cashier;

import iq.sendy.platform.audit.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody at the counter: who opened or closed a session, or moved cash. */
public record SessionActor(
        String kind, @Nullable UUID id, @Nullable String name) {

    static SessionActor of(Actor actor) {
        return new SessionActor(actor.kind(), actor.id(), actor.name());
    }
}
