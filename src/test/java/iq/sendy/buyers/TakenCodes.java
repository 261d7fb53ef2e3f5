package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The phones of a test: what is sent to them, and the stores that reach none. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TakenCodes implements CodeSender {

    private final Set<StoreId> unreachable = ConcurrentHashMap.newKeySet();
    private final Map<Phone, List<OneTimeCode>> sent = new ConcurrentHashMap<>();

    @Override
    public boolean serves(StoreId store) {
        return !unreachable.contains(store);
    }

    @Override
    public boolean reaches(StoreId store, Phone phone) {
        return serves(store);
    }

    @Override
    public void send(StoreId store, OneTimeCode code) {
        sent.computeIfAbsent(code.phone(), _ -> new CopyOnWriteArrayList<>()).add(code);
    }

    public void cutOff(StoreId store) {
        unreachable.add(store);
    }

    /** All that a phone got, the latest last. */
    public List<OneTimeCode> at(String phone) {
        return List.copyOf(sent.getOrDefault(Phone.parse(phone).orElseThrow(), List.of()));
    }

    /** The digits of the latest. */
    public String latest(String phone) {
        return at(phone).getLast().digits();
    }

    /** As many digits that are others. */
    public String other(String phone) {
        return latest(phone).equals("000000") ? "111111" : "000000";
    }
}
