package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import java.util.List;

/**
 * Call of Graph.
 *
 * @param path its parts, without the version
 * @param token what was shown as the access token, by header or query
 */
record SimulatedCall(String method, List<String> path, String token, Bytes body) {

    SimulatedCall {
        path = List.copyOf(path);
    }

    boolean is(String wanted, int length) {
        return method.equals(wanted) && path.size() == length;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return method + " with " + path.size() + " parts";
    }
}
