package iq.sendy.buyers;

/**
 * Sign-in of a buyer: what a program gets. It prints without its token.
 *
 * @param expiresIn seconds that the access token lives
 */
public record BuyerSession(String accessToken, long expiresIn, BuyerAccount account) {

    @Override
    public String toString() {
        return "session of " + account.id();
    }
}
