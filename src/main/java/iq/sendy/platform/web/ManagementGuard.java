package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before all of the management port. Whoever reaches it may read; whoever changes something shows the token. The name
 * that was asked for must be this machine's own: a page in the operator's browser whose name was made to lead here has
 * another.
 */
final class ManagementGuard extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final ManagementToken token;
    private final AnswerWriter writer;

    ManagementGuard(ManagementToken token, AnswerWriter writer) {
        this.token = token;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var requestRejected = refusal(request);
        if (requestRejected != null) {
            writer.write(request, response, requestRejected);
            return;
        }
        chain.doFilter(request, response);
    }

    private @Nullable RequestRejected refusal(HttpServletRequest request) {
        if (!isHere(request.getServerName(), request.getLocalAddr())) {
            return new RequestRejected(HttpStatus.BAD_REQUEST, Violation.of("request.malformed"));
        }
        if (READS.contains(request.getMethod())) {
            return null;
        }
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown == null || shown.isBlank()) {
            return new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of("auth.required"));
        }
        var isBearer = shown.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return isBearer && token.opens(shown.substring(BEARER.length()).strip())
                ? null
                : new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of("auth.invalid"));
    }

    /** An address says where it leads; of the names only one does. */
    private static boolean isHere(String host, String local) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
            var address = InetAddress.ofLiteral(bare);
            return address.isLoopbackAddress() || address.equals(InetAddress.ofLiteral(local));
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
