package iq.sendy.channels.model;

import java.util.List;

/** Warning about a channel: the key of its text, and what the text wants filled in. */
public record ChannelWarning(String text, List<String> fillings) {

    static ChannelWarning of(String text, String... fillings) {
        return new ChannelWarning("channel_warning_" + text, List.of(fillings));
    }
}
