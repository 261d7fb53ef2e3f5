package iq.sendy.dashboard.settings;

import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.util.List;

/** A role as its form sends it, by the rules of the API's body. */
record RoleDraft(
        @Required @Text(Text.NAME) Patch<String> name,

        @Required @Size(max = 500) @Text(Text.REFERENCE) Patch<List<String>> permissions) {}
