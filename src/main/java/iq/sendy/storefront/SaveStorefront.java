package iq.sendy.storefront;

/** Change some of how a storefront is set up. */
@FunctionalInterface
public interface SaveStorefront {

    /**
     * The storefront as it shall be, of what it is.
     *
     * @param token what a domain that is new is proved with
     */
    StorefrontSettings over(StorefrontSettings before, String token);
}
