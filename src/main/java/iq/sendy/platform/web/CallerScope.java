package iq.sendy.platform.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.tenancy.CurrentTenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Security context of a request: who calls, and the store that is bound for all that follows in the filter chain. */
public final class CallerScope {

    private CallerScope() {}

    /**
     * Goes on along the chain as the caller.
     *
     * @param caller null for a stranger, for whom the platform's own id is bound
     */
    public static void proceed(
            @Nullable Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (caller == null) {
            bound(StoreId.PLATFORM, request, response, chain);
            return;
        }
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
