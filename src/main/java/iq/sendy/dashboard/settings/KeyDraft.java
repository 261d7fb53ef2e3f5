package iq.sendy.dashboard.settings;

import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.util.List;

/** A new API key as its form sends it, by the rules of the API's body. */
record KeyDraft(
        @Required @Text(Text.NAME) String name,

        @Required @Size(min = 1, max = 100) @Text(Text.REFERENCE)
        List<String> scopes) {}
