package iq.sendy.channels;

import iq.sendy.billing.StoreSubscriptions;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import org.springframework.stereotype.Service;

/** Connects accounts for stores whose plan has messaging. */
@Service
public class ChannelConnections {

    private final StoreSubscriptions subscriptions;
    private final Channels channels;

    ChannelConnections(StoreSubscriptions subscriptions, Channels channels) {
        this.subscriptions = subscriptions;
        this.channels = channels;
    }

    public CreateChannel.Result connect(StoreId store, Actor actor, CreateChannel command) {
        return subscriptions.of(store).plan().terms().allowsSocialMessaging()
                ? channels.create(store, actor, command)
                : new CreateChannel.Result.NotInPlan();
    }
}
