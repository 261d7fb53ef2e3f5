package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The chats of all simulated phones: one for each account and customer, so there are never many. */
@Component
class SimulatedChats {

    private record ChatKey(ChannelType type, SimulatedCustomer customer) {}

    private final Map<ChatKey, SimulatedChat> chats = new ConcurrentHashMap<>();

    SimulatedChat of(ChannelType type, SimulatedCustomer customer) {
        return chats.computeIfAbsent(new ChatKey(type, customer), key -> new SimulatedChat(key.type(), key.customer()));
    }

    List<SimulatedChat> all(ChannelType type) {
        var all = new ArrayList<SimulatedChat>();
        for (var customer : SimulatedCustomer.values()) {
            all.add(of(type, customer));
        }
        return all;
    }
}
