package iq.sendy.platform.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.tenancy.CurrentTenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller, counts the request against its limit, and binds the store for all that follows. */
class AuthenticationFilter extends OncePerRequestFilter {

    private final RequestAuthenticator requestAuthenticator;
    private final AnswerWriter writer;

    AuthenticationFilter(RequestAuthenticator requestAuthenticator, AnswerWriter writer) {
        this.requestAuthenticator = requestAuthenticator;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var caller = requestAuthenticator.enter(request, response);
            if (caller == null) {
                inScope(StoreId.PLATFORM, request, response, chain);
                return;
            }
            request.setAttribute(Caller.ATTRIBUTE, caller);
            SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller));
            inScope(caller.store(), request, response, chain);
        } catch (RequestRejected requestRejected) {
            writer.write(request, response, requestRejected);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void inScope(
            StoreId store, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(CurrentTenant.CURRENT, store).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
