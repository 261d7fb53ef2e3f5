package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;

/**
 * Account at the simulator: a phone number of WhatsApp or a professional account of Instagram, with what Meta's console
 * would show of it to whoever connects it as a channel.
 *
 * @param accountId its {@code externalAccountId}
 * @param shownAs the number or the name that customers write to
 */
public record SimulatedAccount(
        ChannelType type, String accountId, String shownAs, String accessToken, String appSecret) {

    /** Without its secrets, which open nothing but the simulator and look like others all the same. */
    @Override
    public String toString() {
        return type + " " + accountId;
    }
}
