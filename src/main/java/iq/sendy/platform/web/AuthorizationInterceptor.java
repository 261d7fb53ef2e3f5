package iq.sendy.platform.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Authorization of an operation. Refuses who lacks the operation's permission or scope, before a byte of the body is
 * read.
 */
@Component
class AuthorizationInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What the container reports of a failed request is no operation, and needs no right.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            var allows = method.getMethodAnnotation(Allows.class);
            if (allows == null) {
                throw new IllegalStateException(method + " does not say whom it allows");
            }
            var missing = caller.missing(allows);
            if (missing != null) {
                throw new RequestRejected(HttpStatus.FORBIDDEN, missing);
            }
        }
        return true;
    }
}
