package iq.sendy.accounts;

import java.util.List;

/** User profile. A person, with the full names of what they may do. */
public record MemberProfile(MemberView member, List<String> permissions) {

    public MemberProfile {
        permissions = List.copyOf(permissions);
    }
}
