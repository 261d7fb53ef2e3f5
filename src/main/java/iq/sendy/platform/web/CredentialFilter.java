package iq.sendy.platform.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Credentials;
import iq.sendy.platform.api.Fault;
import iq.sendy.platform.api.Refused;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.limits.RateLimits;
import iq.sendy.platform.tenancy.StoreScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the caller, counts the request against its limit, and binds the store for all that follows. A door reads its own
 * kind of credential alone: a key at the staff door is as good as none, and the other way round.
 */
class CredentialFilter extends OncePerRequestFilter {

    private static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private enum Door {
        KEY,
        STAFF,
        SIGNED_IN,
        ANONYMOUS
    }

    private final Credentials credentials;
    private final RateLimits limits;
    private final AnswerWriter writer;

    CredentialFilter(Credentials credentials, RateLimits limits, AnswerWriter writer) {
        this.credentials = credentials;
        this.limits = limits;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var door = doorOf(request);
        var preflight = HttpMethod.OPTIONS.matches(request.getMethod());
        try {
            var caller = door == Door.ANONYMOUS || preflight ? null : caller(door, request);
            if (!preflight) {
                limits.count(caller, request, response);
            }
            if (caller == null) {
                inScope(StoreId.PLATFORM, request, response, chain);
                return;
            }
            request.setAttribute(Caller.ATTRIBUTE, caller);
            SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller));
            inScope(caller.store(), request, response, chain);
        } catch (Refused refused) {
            writer.write(request, response, refused);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void inScope(
            StoreId store, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(StoreScope.CURRENT, store).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Caller caller(Door door, HttpServletRequest request) {
        if (door == Door.KEY) {
            var key = single(request, KEY_HEADER);
            if (key == null || key.isBlank()) {
                throw required();
            }
            return credentials.byKey(key.strip());
        }
        var header = single(request, HttpHeaders.AUTHORIZATION);
        if (header == null || header.isBlank()) {
            throw required();
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw invalid();
        }
        return credentials.byToken(header.substring(BEARER.length()).strip());
    }

    /** Two credentials in one request are nobody's: which one was meant is not ours to guess. */
    private static @Nullable String single(HttpServletRequest request, String name) {
        List<String> values = Collections.list(Objects.requireNonNull(request.getHeaders(name)));
        if (values.size() > 1) {
            throw invalid();
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static Refused required() {
        return new Refused(HttpStatus.UNAUTHORIZED, Fault.of("auth.required"));
    }

    private static Refused invalid() {
        return new Refused(HttpStatus.UNAUTHORIZED, Fault.of("auth.invalid"));
    }

    private static Door doorOf(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (under(path, StoreController.KEY_DOOR)) {
            return Door.KEY;
        }
        if (under(path, StoreController.STAFF_DOOR) || under(path, "/api/v1/admin")) {
            return Door.STAFF;
        }
        return path.equals("/api/v1/auth/me") || path.equals("/api/v1/auth/change-password")
                ? Door.SIGNED_IN
                : Door.ANONYMOUS;
    }

    private static boolean under(String path, String door) {
        return path.equals(door) || path.startsWith(door + "/");
    }
}
