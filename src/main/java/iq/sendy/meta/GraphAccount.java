package iq.sendy.meta;

import org.jspecify.annotations.Nullable;

/**
 * Account at Meta that messages are sent as, with the token that lets us.
 *
 * @param login of an Instagram account; null for WhatsApp
 * @param accountId what stands in the path: the phone number's id, the Instagram account's, or with a Facebook login the Page's
 */
public record GraphAccount(ChannelType type, @Nullable InstagramLogin login, String accountId, String accessToken) {

    public GraphAccount {
        if ((type == ChannelType.INSTAGRAM) != (login != null)) {
            throw new IllegalArgumentException("An Instagram account has a login, and no other has");
        }
    }

    public static GraphAccount whatsApp(String phoneNumberId, String accessToken) {
        return new GraphAccount(ChannelType.WHATSAPP, null, phoneNumberId, accessToken);
    }

    public static GraphAccount instagram(InstagramLogin login, String accountId, String accessToken) {
        return new GraphAccount(ChannelType.INSTAGRAM, login, accountId, accessToken);
    }

    /** Without the token, which no log may show. */
    @Override
    public String toString() {
        return type + " " + accountId;
    }
}
