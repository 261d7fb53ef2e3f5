package iq.sendy.access;

/** A new key and, this once, the whole of it. It prints without the secret. */
public record CreatedApiKey(ApiKeyView key, String apiKey) {

    @Override
    public String toString() {
        return key.keyId();
    }
}
