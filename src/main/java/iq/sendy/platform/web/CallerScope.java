package iq.sendy.platform.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.tenancy.CurrentTenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Security context of a request: who calls, and the store that is bound for all that follows in the filter chain. */
public final class CallerScope {

    private CallerScope() {}

    /**
     * Goes on along the chain as a stranger.
     *
     * @param visited the store that is visited, the platform's own id where none is
     */
    public static void visit(
            StoreId visited, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        bound(visited, request, response, chain);
    }

    /** Goes on along the chain as the caller. */
    public static void proceed(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Caller.ATTRIBUTE, caller);
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller));
        try {
            bound(caller.store(), request, response, chain);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void bound(
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
