package iq.sendy.platform.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Refused;
import iq.sendy.platform.tenancy.StoreScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller, counts the request against its limit, and binds the store for all that follows. */
class CredentialFilter extends OncePerRequestFilter {

    private final Doors doors;
    private final AnswerWriter writer;

    CredentialFilter(Doors doors, AnswerWriter writer) {
        this.doors = doors;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var caller = doors.enter(request, response);
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
}
