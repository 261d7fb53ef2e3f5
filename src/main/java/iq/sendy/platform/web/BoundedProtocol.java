package iq.sendy.platform.web;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 over bounded connections. Tomcat makes it by its name, hence public. */
public class BoundedProtocol extends Http11NioProtocol {

    private final BoundedEndpoint endpoint;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void limit(ConnectionLimits limits) {
        setConnectionTimeout((int) limits.head().toMillis());
        setKeepAliveTimeout((int) limits.idle().toMillis());
        setDisableUploadTimeout(false);
        setConnectionUploadTimeout((int) limits.body().toMillis());
        endpoint.limit(limits);
    }

    /** Asked for whenever a connection begins to wait for its next request. */
    @Override
    public int getKeepAliveTimeout() {
        return (int) endpoint.idle().toMillis();
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, getAdapter());
    }
}
