package iq.sendy.messaging.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.messaging.AcceptDelivery;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MetaSignature;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.body.RawBody;
import iq.sendy.platform.body.RequestBytes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where Meta sends what happens. Its address is the same for all stores and is not counted: whoever has no secret is
 * refused, and whoever has one is Meta. No answer is kept for a repeat, as the signature is no part of what would be
 * compared.
 */
@PublicController(value = "/api/v1/webhooks/social", counted = false, holdsCredentials = true)
class InboundDeliveryController {

    private static final Logger LOG = LoggerFactory.getLogger(InboundDeliveryController.class);

    private static final int MOST = 4 << 20;

    private final InboundDeliveries deliveries;
    private final Counter tooLarge;

    InboundDeliveryController(InboundDeliveries deliveries, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.tooLarge = Counter.builder("sendy.inbox.deliveries.too.large")
                .description(
                        "Deliveries of more than 4 MiB, which Meta will send again for days; more than none is a fault")
                .register(meters);
    }

    @RawBody("{\"object\": \"whatsapp_business_account\", \"entry\": []}")
    @PostMapping("/{channel}")
    @Describes(value = "Take what Meta sends", refuses = AcceptDelivery.Result.class)
    Answer<Void> accept(@PathVariable String channel, HttpServletRequest request) {
        var type = type(channel);
        return switch (deliveries.accept(type, body(request), signature(request))) {
            case AcceptDelivery.Accepted _ -> Answer.ok("delivery.accepted", null);
            case AcceptDelivery.Unsigned unsigned -> Answer.refused(unsigned);
            case AcceptDelivery.NotVerified notVerified -> Answer.refused(notVerified);
        };
    }

    private static ChannelType type(String word) {
        return switch (word) {
            case "whatsapp" -> ChannelType.WHATSAPP;
            case "instagram" -> ChannelType.INSTAGRAM;
            default -> throw RequestRejected.notFound();
        };
    }

    private byte[] body(HttpServletRequest request) {
        try {
            return RequestBytes.raw(request, MOST);
        } catch (RequestRejected rejected) {
            if (rejected.status() == HttpStatus.CONTENT_TOO_LARGE) {
                tooLarge.increment();
                LOG.warn("A delivery of Meta is larger than {} bytes and was refused", MOST);
            }
            throw rejected;
        }
    }

    /** Of several nobody could say which one counts. */
    private static @Nullable String signature(HttpServletRequest request) {
        var headers = request.getHeaders(MetaSignature.HEADER);
        List<String> all = headers == null ? List.of() : Collections.list(headers);
        return all.size() == 1 ? all.getFirst() : null;
    }
}
