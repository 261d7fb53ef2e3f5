package iq.sendy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;

/**
 * The modules right below a package, as each is declared in Spring Modulith's words, and whom their classes ask. Each
 * dependency is looked at once: Modulith's own verification asks every module for each, and hashes a module by all of its
 * classes, which took a processor longer than all rules of the house.
 */
final class ModuleMap {

    private final NavigableMap<String, Module> modules = new TreeMap<>();
    private final NavigableMap<String, Set<String>> asked = new TreeMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final String root;

    private ModuleMap(JavaPackage root) {
        this.root = root.getName() + ".";
        for (var home : root.getSubpackages()) {
            modules.put(home.getRelativeName(), Module.of(home));
            asked.put(home.getRelativeName(), new TreeSet<>());
        }
    }

    static ModuleMap of(String root, JavaClasses classes) {
        var map = new ModuleMap(classes.getPackage(root));
        map.modules.forEach(map::lookForWhatIsNamed);
        classes.forEach(map::look);
        return map;
    }

    Set<String> names() {
        return modules.navigableKeySet();
    }

    /** Whom each module asks, whether it may or not. */
    NavigableMap<String, Set<String>> asked() {
        return asked;
    }

    /** Who asks for what a module does not show or for whom it does not name, and names of what is not there. */
    Set<String> faults() {
        return faults;
    }

    /** Modules that ask one another in a circle, from one back to itself, if there are such. */
    List<String> circle() {
        var way = new ArrayDeque<String>();
        var seen = new HashSet<String>();
        return names().stream().anyMatch(module -> leadsBack(module, way, seen)) ? List.copyOf(way) : List.of();
    }

    /** Leaves the circle on the way when there is one. */
    private boolean leadsBack(String module, Deque<String> way, Set<String> seen) {
        if (way.contains(module)) {
            while (!way.getFirst().equals(module)) {
                way.removeFirst();
            }
            way.addLast(module);
            return true;
        }
        if (!seen.add(module)) {
            return false;
        }
        way.addLast(module);
        if (asked.getOrDefault(module, Set.of()).stream().anyMatch(next -> leadsBack(next, way, seen))) {
            return true;
        }
        way.removeLast();
        return false;
    }

    private void lookForWhatIsNamed(String asker, Module declared) {
        for (var name : declared.names()) {
            if (!name.equals(ApplicationModule.OPEN_TOKEN)
                    && modules.values().stream()
                            .noneMatch(module -> module.rooms().containsValue(name))) {
                faults.add(asker + " names " + name + ", which is not there");
            }
        }
    }

    private void look(JavaClass type) {
        var asker = moduleOf(type);
        for (var dependency : type.getDirectDependenciesFromSelf()) {
            var target = dependency.getTargetClass().getBaseComponentType();
            var module = moduleOf(target);
            if (!module.isEmpty() && !module.equals(asker)) {
                asked.getOrDefault(asker, new TreeSet<>()).add(module);
                judge(asker, module, target, dependency);
            }
        }
    }

    private void judge(String asker, String module, JavaClass target, Dependency dependency) {
        var room = Objects.requireNonNull(modules.get(module)).room(target.getPackageName());
        var named = modules.containsKey(asker) ? modules.get(asker).names() : List.of(ApplicationModule.OPEN_TOKEN);
        if (room.isEmpty()) {
            faults.add(asker + " asks for what " + module + " does not show: " + dependency.getDescription());
        } else if (!named.contains(room) && !named.contains(ApplicationModule.OPEN_TOKEN)) {
            faults.add(asker + " does not name " + room + ": " + dependency.getDescription());
        }
    }

    /** Empty for what stands in no module: the root itself, and others' classes. */
    private String moduleOf(JavaClass type) {
        var home = type.getPackageName();
        return home.startsWith(root) ? home.substring(root.length()).split("\\.", 2)[0] : "";
    }

    /**
     * What a module declares.
     *
     * @param names whom it may ask, as {@code module} or {@code module :: room}
     * @param rooms the packages that it shows, and as what others name each
     */
    private record Module(String name, boolean open, List<String> names, Map<String, String> rooms) {

        static Module of(JavaPackage home) {
            var name = home.getRelativeName();
            var rooms = new TreeMap<>(Map.of(home.getName(), name));
            home.getSubpackagesInTree()
                    .forEach(room -> room.tryGetAnnotationOfType(NamedInterface.class)
                            .ifPresent(shown -> rooms.put(room.getName(), name + " :: " + shown.value()[0])));
            return home.tryGetAnnotationOfType(ApplicationModule.class)
                    .map(declared -> new Module(
                            name,
                            declared.type() == ApplicationModule.Type.OPEN,
                            List.of(declared.allowedDependencies()),
                            rooms))
                    .orElseGet(() -> new Module(name, false, List.of(ApplicationModule.OPEN_TOKEN), rooms));
        }

        /** As what others name what stands in the package; empty when they may not have it. */
        String room(String packageName) {
            return open ? name : rooms.getOrDefault(packageName, "");
        }
    }
}
