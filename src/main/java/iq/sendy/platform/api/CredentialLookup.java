package iq.sendy.platform.api;

/** Credential look-up: finds the caller behind a credential; {@code access} implements it. */
public interface CredentialLookup {

    /**
     * The caller of an API key as it stands in {@code X-API-Key}.
     *
     * @throws RequestRejected 401 when it is malformed, unknown or revoked; 403 when its store is suspended
     */
    Caller byKey(String key);

    /**
     * The caller of an access token for the audience {@code SendyClient}.
     *
     * @throws RequestRejected 401 when it does not verify, has expired, or its user is gone; 403 when the store is suspended
     */
    Caller byToken(String token);

    /**
     * The caller of the session that a browser carries in its cookie.
     *
     * @throws RequestRejected 401 when it has ended or never began, or its user is gone; 403 when the store is suspended
     */
    Caller bySession(String session);
}
