package iq.sendy.shop.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data blocks of pages: {@code data:json} on a script element that does not run makes its content of an object. It is written
 * by Jackson, with all escaped that could end the element or a line of a script; no text gets there in another way.
 */
@Component
class DataBlocks extends AbstractProcessorDialect {

    private static final int LAST = 10_000;

    DataBlocks() {
        super("Data blocks", "data", LAST);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new JsonAttribute(prefix));
    }

    private static final class JsonAttribute extends AbstractAttributeTagProcessor {

        private static final JsonMapper JSON = JsonMapper.builder(
                        JsonFactory.builder().characterEscapes(new Escapes()).build())
                .build();

        JsonAttribute(String prefix) {
            super(TemplateMode.HTML, prefix, "script", false, "json", true, LAST, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                IElementTagStructureHandler handler) {
            var object = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context);
            handler.setBody(JSON.writeValueAsString(object), false);
        }
    }

    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private static final String ASCII = "<>&";
        private static final String LINE_ENDS = "\u2028\u2029";

        @Override
        public int[] getEscapeCodesForAscii() {
            var codes = CharacterEscapes.standardAsciiEscapesForJSON();
            ASCII.chars().forEach(c -> codes[c] = CharacterEscapes.ESCAPE_STANDARD);
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return LINE_ENDS.indexOf(c) < 0
                    ? null
                    : new SerializedString(c == LINE_ENDS.charAt(0) ? "\\u2028" : "\\u2029");
        }
    }
}
