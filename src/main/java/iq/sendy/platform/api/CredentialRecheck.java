package iq.sendy.platform.api;

import jakarta.servlet.http.HttpServletRequest;

/** Second look at the credential of a request that goes on for long, when it may have expired or been taken back. */
public interface CredentialRecheck {

    /**
     * Who stands behind the request now; it is not counted again.
     *
     * @throws RequestRejected as when it came in
     */
    Caller again(HttpServletRequest request);
}
