package iq.sendy.accounts.web;

import iq.sendy.accounts.MemberProfile;
import iq.sendy.accounts.Session;
import iq.sendy.stores.StoreView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in as register, login, refresh and change-password answer it. It prints without its tokens. */
record SessionBody(
        String accessToken,
        String refreshToken,
        long expiresIn,
        SessionUser user,
        @Nullable SessionStore store) {

    record SessionUser(UUID id, String fullName, String phone, String role, List<String> permissions) {

        static SessionUser of(MemberProfile profile) {
            var member = profile.member();
            return new SessionUser(
                    member.id(),
                    member.fullName(),
                    member.phone(),
                    member.kind().toString(),
                    profile.permissions());
        }
    }

    record SessionStore(UUID id, String name, String slug) {

        static @Nullable SessionStore of(@Nullable StoreView store) {
            return store == null ? null : new SessionStore(store.id().value(), store.name(), store.slug());
        }
    }

    static SessionBody of(Session session) {
        return new SessionBody(
                session.accessToken(),
                session.refreshToken(),
                session.expiresIn(),
                SessionUser.of(session.user()),
                SessionStore.of(session.store()));
    }

    @Override
    public String toString() {
        return "session of " + user.id();
    }
}
