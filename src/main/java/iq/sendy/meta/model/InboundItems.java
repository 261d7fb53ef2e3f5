package iq.sendy.meta.model;

import iq.sendy.meta.AccountTrouble;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.IdentityChange;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageDeletion;
import iq.sendy.meta.MessageEcho;
import iq.sendy.meta.MessageEdit;
import iq.sendy.meta.MessageReaction;
import iq.sendy.meta.PhoneShared;
import iq.sendy.meta.ReadReceipt;
import iq.sendy.meta.StandbyMessage;
import iq.sendy.meta.StatusUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Items of a delivery, each read by itself, and how many could not be. */
public record InboundItems(List<InboundItem> items, int unreadable) {

    public InboundItems {
        items = List.copyOf(items);
    }

    /** All that can be read, messages first: what is told about one may stand before it. */
    public static InboundItems of(ChannelType type, PayloadReader.Shell shell, Instant arrived) {
        var items = new ArrayList<InboundItem>();
        var unreadable = shell.unreadable();
        for (var raw : shell.items()) {
            try {
                read(type, raw, arrived).ifPresent(items::add);
            } catch (RuntimeException broken) {
                // Whatever is the matter with it, its neighbours are somebody's messages.
                unreadable++;
            }
        }
        items.sort(Comparator.comparing(InboundItems::isAbout));
        return new InboundItems(items, unreadable);
    }

    private static Optional<InboundItem> read(ChannelType type, RawItem raw, Instant arrived) {
        return switch (type) {
            case WHATSAPP -> WhatsAppItems.of(raw, arrived);
            case INSTAGRAM -> InstagramItems.of(raw, arrived);
        };
    }

    /** Whether it tells of a message that is told elsewhere. */
    private static boolean isAbout(InboundItem item) {
        return switch (item) {
            case InboundMessage _, StandbyMessage _, IdentityChange _, PhoneShared _, MessageEcho _ -> false;
            case MessageReaction _, MessageEdit _, MessageDeletion _, StatusUpdate _, ReadReceipt _, AccountTrouble _ ->
                true;
        };
    }
}
