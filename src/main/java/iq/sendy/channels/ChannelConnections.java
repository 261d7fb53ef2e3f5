package iq.sendy.channels;

import iq.sendy.billing.StoreSubscriptions;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.UUID;
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
        return inPlan(store) ? channels.create(store, actor, command) : new CreateChannel.Result.NotInPlan();
    }

    /** As {@link #connect}, for a form that has an id of its own: see {@link Channels#createOnce}. */
    public CreateChannel.Result connectOnce(StoreId store, Actor actor, UUID form, CreateChannel command) {
        return inPlan(store) ? channels.createOnce(store, actor, form, command) : new CreateChannel.Result.NotInPlan();
    }

    private boolean inPlan(StoreId store) {
        return subscriptions.of(store).plan().terms().allowsSocialMessaging();
    }
}
