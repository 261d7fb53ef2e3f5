package iq.sendy.media.web;

import iq.sendy.media.Images;
import iq.sendy.media.RedrawResult;
import iq.sendy.platform.api.Fault;
import iq.sendy.platform.api.Refused;
import iq.sendy.platform.body.Form;
import iq.sendy.platform.body.Upload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Draws an upload before its controller runs: with an {@code Idempotency-Key} that one runs inside a transaction, and
 * decoding takes too long for it. A step that is tried again finds the picture drawn.
 */
@Component
class RedrawnFirst implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ATTRIBUTE = "sendy.media.redrawn";

    /** Behind the guard: who may not upload makes us read nothing. */
    private static final int AFTER_THE_GUARD = 1;

    private final Images images;

    RedrawnFirst(Images images) {
        this.images = images;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(AFTER_THE_GUARD);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.getBeanType() == ImageController.class) {
            Form.of(request, Images.MOST_BYTES + Upload.AROUND).file("file").ifPresent(file -> {
                if (file.length() > Images.MOST_BYTES) {
                    throw new Refused(
                            HttpStatus.CONTENT_TOO_LARGE,
                            Fault.of("body.too_large", Integer.toString(Images.MOST_BYTES >> 20)));
                }
                request.setAttribute(ATTRIBUTE, images.redraw(file));
            });
        }
        return true;
    }

    /** What came of it; null when no file was sent. */
    static @Nullable RedrawResult of(HttpServletRequest request) {
        return (RedrawResult) request.getAttribute(ATTRIBUTE);
    }
}
