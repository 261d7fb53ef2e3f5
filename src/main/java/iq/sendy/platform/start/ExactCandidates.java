package iq.sendy.platform.start;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Finds what a constructor asks for by its class, under whose whole name it is known. Asking each of a thousand beans
 * whether it is one took a tenth of a start; that is still done for interfaces, and where another is primary.
 */
class ExactCandidates implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.getDefaultListableBeanFactory().setAutowireCandidateResolver(new ByClass());
    }

    private static final class ByClass extends ContextAnnotationAutowireCandidateResolver {

        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
            var suggested = super.getSuggestedName(descriptor);
            return suggested == null ? descriptor.getDependencyType().getName() : suggested;
        }
    }
}
