package iq.sendy.buyers.web;

import iq.sendy.buyers.CodePurpose;
import iq.sendy.buyers.OneTimeCodes;
import iq.sendy.buyers.SendCode;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.limits.LimitMeters;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;

/** One-time codes on the wire; the answer is the same for every phone. */
@PublicController(PublicController.PUBLIC_DOOR + "/storefronts/{slug}/auth/otp")
class OneTimeCodeController {

    private final OneTimeCodes codes;
    private final LimitMeters limits;

    OneTimeCodeController(OneTimeCodes codes, LimitMeters limits) {
        this.codes = codes;
        this.limits = limits;
    }

    record OneTimeCodeRequest(
            @Required @Example("\"07701234567\"") Phone phone,
            @Required @Example("\"Registration\"") CodePurpose purpose) {}

    /**
     * A code that is on its way.
     *
     * @param expiresIn seconds that it holds
     * @param retryAfter seconds until another may be asked for
     */
    record CodeSentBody(long expiresIn, long retryAfter) {}

    @PostMapping("/send")
    @Describes(value = "Send a one-time code to a phone", refuses = SendCode.Result.class)
    Answer<CodeSentBody> send(OpenStorefront shop, @Body Bound<OneTimeCodeRequest> body, HttpServletRequest request) {
        var sent = body.valid();
        var command = new SendCode(sent.phone(), sent.purpose(), request.getRemoteAddr());
        return switch (codes.send(shop.store().id(), command)) {
            case SendCode.Result.Sent(var life, var pause) ->
                Answer.ok("otp.sent", new CodeSentBody(life.toSeconds(), pause.toSeconds()));
            case SendCode.Result.TooSoon tooSoon -> {
                limits.refused(LimitMeters.Limit.CODE);
                yield Answer.refused(tooSoon, tooSoon.delay());
            }
            case SendCode.Result.Unreachable unreachable -> Answer.refused(unreachable);
        };
    }
}
