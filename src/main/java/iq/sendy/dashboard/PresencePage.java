package iq.sendy.dashboard;

import iq.sendy.accounts.Presence;
import iq.sendy.accounts.PresenceActivity;
import iq.sendy.accounts.PresenceDesk;
import iq.sendy.accounts.PresenceSeat;
import iq.sendy.accounts.Presences;
import iq.sendy.platform.api.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Who else has open what a page shows. The page says so as it comes, and its script asks again while somebody looks at it. */
@Component
public class PresencePage {

    private static final String VIEW = "dashboard/presence";

    private final Presences presences;

    PresencePage(Presences presences) {
        this.presences = presences;
    }

    public static PresenceSeat seat(Caller caller, PresenceDesk desk) {
        return new PresenceSeat(caller.store(), caller.id(), desk);
    }

    /** Those who have it open too, as it is opened; a script that fetches the page once more opens nothing. */
    public List<Presence> opened(PresenceDesk desk, UUID subject, HttpServletRequest request, Caller caller) {
        var seat = seat(caller, desk);
        var others = "empty".equals(request.getHeader("Sec-Fetch-Dest"))
                ? presences.others(seat)
                : presences.open(seat, subject, PresenceActivity.LOOKING);
        return Presence.at(subject, others);
    }

    /** What the script of a page is answered that says somebody still looks at it, or writes. */
    public ModelAndView kept(PresenceDesk desk, UUID subject, HttpServletRequest request, Caller caller) {
        var activity =
                "writing".equals(request.getParameter("doing")) ? PresenceActivity.WRITING : PresenceActivity.LOOKING;
        var others = presences.open(seat(caller, desk), subject, activity);
        return new ModelAndView(VIEW, Map.of("others", Presence.at(subject, others), "path", request.getRequestURI()));
    }
}
