package iq.sendy;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may use what can take time by the square of a text, or worse: regular expressions and normal forms. Each has a bound
 * that keeps it cheap, which is the reason it stands here. Whoever reads what strangers send asks {@code InputText} instead.
 */
final class TextRules {

    /** Classes below {@code iq.sendy}, and why each of their uses is bounded. */
    static final Map<String, String> BOUNDED = new TreeMap<>(Map.ofEntries(
            Map.entry("kernel.InputText", "composes rows of at most 30 marks"),
            Map.entry("accounts.model.PasswordPolicy", "composes at most 1,024 characters"),
            Map.entry("kernel.SearchText", "names the normal forms that InputText makes"),
            Map.entry("stores.model.Slug", "names the normal forms that InputText makes"),
            Map.entry("printing.paper.Printable", "names the normal form that InputText makes"),
            Map.entry(
                    "accounts.SignedTokens",
                    "at most 12,000 characters, each looked at once: its parts share no letter"),
            Map.entry("access.model.ApiSecret", "anchored and of fixed length"),
            Map.entry("platform.ids.SecretNames", "anchored and of fixed length"),
            Map.entry("platform.ids.PublicIds", "anchored and of fixed length"),
            Map.entry("media.web.MediaController", "anchored, and at most 36 characters are looked at"),
            Map.entry("platform.idempotency.IdempotencyStore", "anchored, and at most 255 characters are looked at"),
            Map.entry("catalog.SheetNumber", "a cell of at most 100 characters"),
            Map.entry("platform.url.HostSyntax", "a label, an address, or a host of at most 506 characters"),
            Map.entry("platform.web.ExceptionAnswers", "a query of at most 8 KiB, split at single characters"),
            Map.entry("printing.paper.LineWrapping", "split at single characters"),
            Map.entry("printing.paper.LetteredPicture", "the name of a shop, split at single characters"),
            Map.entry("platform.database.PostgresBinaries", "the name of the machine's processor"),
            Map.entry("platform.database.PostgresCluster", "a line that PostgreSQL wrote"),
            Map.entry("platform.database.PostgresInstallation", "a line that PostgreSQL printed"),
            Map.entry("platform.database.ServerAddress", "a path of our own"),
            Map.entry("egress.NameServers", "a setting"),
            Map.entry("platform.database.PostgresAccess", "a URL of our own"),
            Map.entry("platform.web.TomcatSettings", "a setting"),
            Map.entry("platform.web.KnownWords", "routes of our own"),
            Map.entry("platform.pages.Assets", "a file of the jar"),
            Map.entry("egress.CidrBlock", "a setting"),
            Map.entry("meta.GraphSettings", "a setting"),
            Map.entry("meta.model.GraphVersion", "a setting"),
            Map.entry("meta.remote.MediaHosts", "a setting"),
            Map.entry("egress.EgressConfiguration", "a setting"),
            Map.entry("geography.model.Gazetteer", "a file of the jar"),
            Map.entry("agent.QuoteButtons", "at most 256 characters, split at single characters"),
            Map.entry("agent.model.PhoneInText", "a text of at most 2,000 characters, split at single characters"),
            Map.entry("catalog.model.SearchWords", "words of our own"),
            Map.entry("apidocs.DocumentTables", "lines of our own"),
            Map.entry("apidocs.SchemaNames", "names of our own"),
            Map.entry("apidocs.ApiOperation", "names of our own")));

    private static final Set<Class<?>> COSTLY =
            Set.of(Pattern.class, Matcher.class, Normalizer.class, Normalizer.Form.class, IDN.class, Scanner.class);
    private static final Set<String> COSTLY_OF_STRING =
            Set.of("replaceAll", "replaceFirst", "split", "splitWithDelimiters", "matches");

    private TextRules() {}

    /** Also complains of a class that is listed and has no need to be. */
    static ArchCondition<JavaClass> useOnlyBoundedExpressions() {
        return new ArchCondition<>("use regular expressions and normal forms only where they are bounded") {

            private final Set<String> unused = new TreeSet<>(BOUNDED.keySet());

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var access : type.getAccessesFromSelf()) {
                    if (costly(access.getTarget())) {
                        judge(type, access, events);
                    }
                }
            }

            private void judge(JavaClass type, JavaAccess<?> access, ConditionEvents events) {
                var name = outermost(type.getName());
                unused.remove(name);
                if (!BOUNDED.containsKey(name)) {
                    events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                unused.forEach(name ->
                        events.add(SimpleConditionEvent.violated(name, name + " is listed, and uses nothing costly")));
            }
        };
    }

    private static boolean costly(AccessTarget target) {
        return COSTLY.stream().anyMatch(target.getOwner()::isEquivalentTo)
                || (target.getOwner().isEquivalentTo(String.class) && COSTLY_OF_STRING.contains(target.getName()));
    }

    private static String outermost(String name) {
        var inner = name.indexOf('$');
        var outer = inner < 0 ? name : name.substring(0, inner);
        return outer.startsWith("iq.sendy.") ? outer.substring("iq.sendy.".length()) : outer;
    }
}
