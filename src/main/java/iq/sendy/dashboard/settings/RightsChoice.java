package iq.sendy.dashboard.settings;

import iq.sendy.access.Permission;
import iq.sendy.access.Scope;
import iq.sendy.platform.api.Caller;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen and what may be managed of one area: a line where rights are given away.
 *
 * @param area behind {@code rights.} of its words
 * @param view what is sent for seeing it; null where nobody asked may give it
 * @param manage the same for managing it
 */
record RightsChoice(
        String area, @Nullable String view, @Nullable String manage) {

    /** The permissions that the reader holds and so may give, and those that are given already. */
    static List<RightsChoice> permissions(Caller caller, Collection<String> given) {
        return choices(Permission.names().stream()
                .filter(name -> caller.rights().contains(name) || given.contains(name))
                .map(name -> new Right(
                        name, name.substring(Caller.PERMISSION_PREFIX.length()).split("\\."))));
    }

    /** The scopes that the reader holds. */
    static List<RightsChoice> scopes(Caller caller) {
        return choices(Scope.every().stream()
                .filter(scope -> scope.isHeldBy(caller))
                .map(scope -> new Right(scope.name(), scope.name().split(":"))));
    }

    private record Right(String name, String[] parts) {

        boolean manages() {
            return parts[1].equals("manage") || parts[1].equals("write");
        }
    }

    private static List<RightsChoice> choices(Stream<Right> rights) {
        Map<String, RightsChoice> areas = new LinkedHashMap<>();
        rights.forEach(right -> {
            var area = right.parts()[0];
            var known = areas.getOrDefault(area, new RightsChoice(area, null, null));
            areas.put(
                    area,
                    right.manages()
                            ? new RightsChoice(area, known.view(), right.name())
                            : new RightsChoice(area, right.name(), known.manage()));
        });
        return List.copyOf(areas.values());
    }
}
