package iq.sendy.identity.web;

import iq.sendy.identity.MemberView;
import iq.sendy.identity.Session;
import iq.sendy.stores.StoreView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in as register, login, refresh and change-password answer it. It prints without its tokens. */
record SessionBody(
        String accessToken,
        String refreshToken,
        long expiresIn,
        UserBody user,
        @Nullable StoreBody store) {

    record UserBody(UUID id, String fullName, String phone, String role, List<String> permissions) {

        static UserBody of(MemberView member) {
            return new UserBody(
                    member.id(),
                    member.fullName(),
                    member.phone(),
                    member.kind().word(),
                    member.permissions());
        }
    }

    record StoreBody(UUID id, String name, String slug) {

        static @Nullable StoreBody of(@Nullable StoreView store) {
            return store == null ? null : new StoreBody(store.id().value(), store.name(), store.slug());
        }
    }

    static SessionBody of(Session session) {
        return new SessionBody(
                session.accessToken(),
                session.refreshToken(),
                session.expiresIn(),
                UserBody.of(session.user()),
                StoreBody.of(session.store()));
    }

    @Override
    public String toString() {
        return "session of " + user.id();
    }
}
