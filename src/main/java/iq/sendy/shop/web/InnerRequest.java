package iq.sendy.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** Request under another path than the one it was sent to. */
class InnerRequest extends HttpServletRequestWrapper {

    private final String uri;
    private final String path;

    /**
     * @param uri the path as it would have been sent
     * @param path the same, decoded
     */
    InnerRequest(HttpServletRequest request, String uri, String path) {
        super(request);
        this.uri = uri;
        this.path = path;
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        var sent = super.getRequestURL();
        sent.setLength(sent.length() - super.getRequestURI().length());
        return sent.append(uri);
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }
}
