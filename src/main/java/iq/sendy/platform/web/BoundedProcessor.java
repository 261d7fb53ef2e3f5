package iq.sendy.platform.web;

import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.Http11Processor;

/** Refuses a request whose head could be read in two ways. */
final class BoundedProcessor extends Http11Processor {

    BoundedProcessor(BoundedProtocol protocol, Adapter adapter) {
        super(protocol, adapter);
    }

    /** Asked for when a head is complete and its request is about to be served, which is the first place to refuse it. */
    @Override
    public Adapter getAdapter() {
        var connection = getSocketWrapper();
        if (connection != null
                && connection.getSocket() instanceof BoundedChannel channel
                && channel.framing().ambiguous()
                && !getErrorState().isError()) {
            response.setStatus(400);
            setErrorState(ErrorState.CLOSE_CLEAN, null);
        }
        return super.getAdapter();
    }
}
