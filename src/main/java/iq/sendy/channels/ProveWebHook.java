package iq.sendy.channels;

import iq.sendy.meta.ChannelType;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** Command of Meta's to prove that an address is ours: by the verify token that was entered there. */
public record ProveWebHook(ChannelType type, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "proof of a web hook of " + type;
    }

    /** What can come of it. */
    public sealed interface Result {

        /** It is, and the channel knows so. */
        record Proven() implements Result {}

        /** No channel of that type has the token, or what is said with it is not a handshake. */
        @RefusedWith(status = 403, code = "social.verify_token_wrong")
        record Unknown() implements Result, Refusal {}
    }
}
