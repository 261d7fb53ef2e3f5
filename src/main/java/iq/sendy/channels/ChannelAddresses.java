package iq.sendy.channels;

import iq.sendy.meta.ChannelType;
import iq.sendy.platform.url.PublicUrl;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Where Meta reaches us: what an owner registers there for an account. */
@Component
public class ChannelAddresses {

    /** What stands before the word of a type. */
    public static final String PATH = "/api/v1/webhooks/social";

    private final PublicUrl publicUrl;

    ChannelAddresses(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** How a path names a type. */
    public static String word(ChannelType type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    /** The whole address of the web hook of accounts of a type. */
    public String webhook(ChannelType type) {
        return publicUrl.of(PATH + "/" + word(type));
    }
}
