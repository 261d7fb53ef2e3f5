package iq.sendy.platform.web;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.CredentialLookup;
import iq.sendy.platform.api.CredentialRecheck;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.limits.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Authentication of a request by the door it knocks at. Who is let in where. A door reads its own kind of credential
 * alone: a key at the staff door is as good as none, and the other way round.
 */
@Component
class RequestAuthenticator implements CredentialRecheck {

    private static final String KEY_HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private enum Door {
        KEY,
        TOKEN,
        ANONYMOUS
    }

    private final CredentialLookup credentialLookup;
    private final TokenPaths tokenPaths;
    private final RateLimits limits;

    RequestAuthenticator(CredentialLookup credentialLookup, TokenPaths tokenPaths, RateLimits limits) {
        this.credentialLookup = credentialLookup;
        this.tokenPaths = tokenPaths;
        this.limits = limits;
    }

    /**
     * The caller of a request, counted against the limit; null where none is needed.
     *
     * @throws RequestRejected 401 without a credential that opens this door, 403 when its store is suspended, 429 too often
     */
    @Nullable
    Caller enter(HttpServletRequest request, HttpServletResponse response) {
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            return null;
        }
        var door = doorOf(request.getServletPath());
        if (door == Door.ANONYMOUS) {
            limits.count(null, request, response);
            return null;
        }
        Caller caller;
        try {
            caller = caller(door, request);
        } catch (RequestRejected requestRejected) {
            limits.countUnknown(request, response);
            throw requestRejected;
        }
        limits.count(caller, request, response);
        return caller;
    }

    @Override
    public Caller again(HttpServletRequest request) {
        return caller(doorOf(request.getServletPath()), request);
    }

    private Caller caller(Door door, HttpServletRequest request) {
        if (door == Door.KEY) {
            var key = single(request, KEY_HEADER);
            if (key == null || key.isBlank()) {
                throw required(request, HttpHeaders.AUTHORIZATION, "auth_token_at_key_door");
            }
            return credentialLookup.byKey(key.strip());
        }
        var header = single(request, HttpHeaders.AUTHORIZATION);
        if (header == null || header.isBlank()) {
            throw required(request, KEY_HEADER, "auth_key_at_staff_door");
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw invalid();
        }
        return credentialLookup.byToken(header.substring(BEARER.length()).strip());
    }

    /** Two credentials in one request are nobody's: which one was meant is not ours to guess. */
    private static @Nullable String single(HttpServletRequest request, String name) {
        List<String> values = Collections.list(Objects.requireNonNull(request.getHeaders(name)));
        if (values.size() > 1) {
            throw invalid();
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Who brings the credential of the other door is told where that one is. */
    private static RequestRejected required(HttpServletRequest request, String others, String words) {
        var violation = Violation.of("auth.required");
        return new RequestRejected(
                HttpStatus.UNAUTHORIZED,
                request.getHeader(others) == null ? violation : violation.said(words, List.of()));
    }

    private static RequestRejected invalid() {
        return new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of("auth.invalid"));
    }

    /** By the path as the controllers will see it, decoded: {@code %73tore} leads to the same door. */
    private Door doorOf(String path) {
        if (under(path, StoreController.KEY_DOOR)) {
            return Door.KEY;
        }
        var token = under(path, StoreController.STAFF_DOOR)
                || under(path, OperatorController.OPERATOR_DOOR)
                || tokenPaths.contains(path);
        return token ? Door.TOKEN : Door.ANONYMOUS;
    }

    private static boolean under(String path, String door) {
        return path.equals(door) || path.startsWith(door + "/");
    }
}
