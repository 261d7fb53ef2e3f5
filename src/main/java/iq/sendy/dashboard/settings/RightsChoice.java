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
                .map(name -> Right.of(name, name.substring(Caller.PERMISSION_PREFIX.length()), '.')));
    }

    /** The scopes that the reader holds. */
    static List<RightsChoice> scopes(Caller caller) {
        return choices(Scope.every().stream()
                .filter(scope -> scope.isHeldBy(caller))
                .map(scope -> Right.of(scope.name(), scope.name(), ':')));
    }

    /** One right: of which area, and whether it is more than seeing. */
    private record Right(String name, String area, boolean manages) {

        static Right of(String name, String word, char between) {
            var end = word.indexOf(between);
            var what = word.substring(end + 1);
            return new Right(name, word.substring(0, end), what.equals("manage") || what.equals("write"));
        }
    }

    private static List<RightsChoice> choices(Stream<Right> rights) {
        Map<String, RightsChoice> areas = new LinkedHashMap<>();
        rights.forEach(right -> {
            var area = right.area();
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
