package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds what can be seen in the source alone, and no more in the classes made of it. */
class SourceRulesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int MOST_LINES = 300;
    private static final int MOST_LINES_OF_A_METHOD = 60;
    private static final Pattern BROWSER = Pattern.compile("new\\s+Chromium\\(");
    private static final String STEREOTYPE = "@(Component|Service|Controller|PageController|Configuration|Endpoint)\\b";
    private static final Pattern COMPONENT = Pattern.compile("^" + STEREOTYPE, Pattern.MULTILINE);
    private static final Pattern NESTED_COMPONENT = Pattern.compile("^ +" + STEREOTYPE, Pattern.MULTILINE);
    private static final Pattern PADDED = Pattern.compile("%([0-9]+\\$)?0[0-9]+d");
    private static final Pattern NUMBER = Pattern.compile("%[-+,.0-9]*[dfeg]\\b");

    /** Read once for all: parsing them is most of what these rules cost. */
    private static List<ParsedSource> parsed = List.of();

    @BeforeAll
    static void parse() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            var positions = Trees.instance(task).getSourcePositions();
            parsed = StreamSupport.stream(task.parse().spliterator(), false)
                    .map(file -> new ParsedSource(file, positions))
                    .toList();
        }
    }

    @AfterAll
    static void forget() {
        parsed = List.of();
    }

    @Test
    void no_condition_stands_inside_another() {
        var nested = new ArrayList<String>();
        for (var file : parsed) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitConditionalExpression(ConditionalExpressionTree condition, Void nothing) {
                    var outer = getCurrentPath().getParentPath();
                    while (outer.getLeaf() instanceof ParenthesizedTree) {
                        outer = outer.getParentPath();
                    }
                    if (outer.getLeaf() instanceof ConditionalExpressionTree) {
                        nested.add(file.name() + ":" + file.firstLine(condition));
                    }
                    return super.visitConditionalExpression(condition, null);
                }
            }.scan(file.tree(), null);
        }

        assertThat(nested).isEmpty();
    }

    /** SQL does not count: a statement is read as one thing, however many lines it takes. */
    @Test
    void a_method_of_sixty_lines_is_two() {
        var tooLong = new ArrayList<String>();
        for (var file : parsed) {
            new TreeScanner<Void, Void>() {

                private long blocks;

                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    var before = blocks;
                    super.visitMethod(method, null);
                    var lines = file.lines(method) - (blocks - before);
                    if (lines > MOST_LINES_OF_A_METHOD) {
                        tooLong.add(file.name() + ":" + file.firstLine(method) + " has " + lines + " lines");
                    }
                    return null;
                }

                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    blocks += file.lines(literal) - 1;
                    return super.visitLiteral(literal, null);
                }
            }.scan(file.tree(), null);
        }

        assertThat(tooLong).isEmpty();
    }

    /** A source as the compiler reads it, and where in it something stands. */
    private record ParsedSource(CompilationUnitTree tree, SourcePositions positions) {

        String name() {
            return tree.getSourceFile().getName();
        }

        long firstLine(Tree part) {
            return tree.getLineMap().getLineNumber(positions.getStartPosition(tree, part));
        }

        long lines(Tree part) {
            return tree.getLineMap().getLineNumber(positions.getEndPosition(tree, part)) - firstLine(part) + 1;
        }
    }

    @Test
    void a_test_that_opens_a_browser_is_left_out_of_the_quick_check() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                var text = Files.readString(file);
                assertThat(BROWSER.matcher(text).find() && !text.contains("@Tag(\"pages\")"))
                        .as("%s opens a browser and has no tag", file)
                        .isFalse();
            }
        }
    }

    @Test
    void a_file_of_three_hundred_lines_is_two() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : sources()) {
            try (var lines = Files.lines(file)) {
                var count = lines.count();
                if (count > MOST_LINES) {
                    tooLong.add(file + " has " + count + " lines");
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }

    /** On a machine that speaks Arabic, {@code %d} writes Arabic digits, into files and answers that programs read. */
    @Test
    void no_number_is_written_in_the_digits_of_the_machine() throws IOException {
        assertThat(lines(sources(), NUMBER)).isEmpty();
    }

    /** What tests send; a number that is not padded mostly stands in the words of a failure. */
    @Test
    void no_padded_number_of_a_test_is_either() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(lines(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .toList(),
                            PADDED))
                    .isEmpty();
        }
    }

    private static List<String> lines(List<Path> files, Pattern number) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files) {
            for (var line : Files.readAllLines(file)) {
                if (number.matcher(line).find() && !line.contains("Locale.ROOT")) {
                    found.add(file + ": " + line.strip());
                }
            }
        }
        return found;
    }

    /** The scan leaves nested classes out; those of a component are registered with it. */
    @Test
    void a_nested_component_stands_in_a_component() throws IOException {
        var lost = new ArrayList<Path>();
        for (var file : sources()) {
            var text = Files.readString(file);
            if (NESTED_COMPONENT.matcher(text).find()
                    && !COMPONENT.matcher(text).find()) {
                lost.add(file);
            }
        }

        assertThat(lost).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
