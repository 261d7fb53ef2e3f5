package iq.sendy.accounts.web;

import iq.sendy.accounts.Register;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Registration of a store with its owner, as the owner or an operator sends it. */
@RefusedWith(code = {"password.weak", "slug.invalid", "slug.reserved"})
record Registration(
        @Required @Text(Text.NAME) @Example("\"Flora Baghdad\"")
        String storeName,

        @Text(50) @Nullable String slug,

        @Required @Text(Text.NAME) @Example("\"نور حسين\"") String ownerName,

        @Required @Example("\"07701234567\"") Phone phone,

        @Required @Secret @Example("\"narges-w-yasmin-7\"") String password) {

    Register command(HttpServletRequest request) {
        return new Register(storeName, slug, ownerName, phone, password, request.getRemoteAddr());
    }
}
